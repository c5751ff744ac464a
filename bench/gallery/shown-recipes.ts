import { KIT_PARTS } from '@logomorph/contract/recipe/kit-parts.ts';
import { completeRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { RecolourRecipe } from '@logomorph/contract/recipe/recolour.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';

/** A recipe of the gallery, and what to call it. */
export interface ShownRecipe {
  title: string;
  recipe: Recipe;
}

const SIZES = [16, 32, 48, 180, 512];
const box = { width: 180, height: 180 };

/** What is special about a variant is its title. */
const VARIANTS: readonly Partial<VariantRecipe>[] = [
  ...SIZES.map((width) => ({ width, height: width, fit: 'contain' }) as const),
  ...(['contain', 'cover', 'fill', 'inside', 'outside'] as const).map((fit) => ({ width: 240, height: 120, fit })),
  ...(['north', 'southeast', 'attention', 'entropy'] as const).map((gravity) => ({
    width: 80,
    height: 180,
    fit: 'cover' as const,
    gravity,
  })),
  { ...box, trim: true },
  { ...box, fit: 'contain', trim: true, padding: '10%', background: '#e8eefc', radius: '22%' },
  { ...box, fit: 'contain', background: 'blurred', padding: '12%', radius: '50%' },
  { ...box, rotate: 30 },
  { ...box, rotate: 90, flip: 'horizontal' },
  ...(['jpeg', 'webp', 'avif', 'gif'] as const).map((format) => ({ ...box, format })),
  ...(['jpeg', 'webp', 'avif'] as const).map((format) => ({ ...box, format, quality: 20 })),
  { ...box, format: 'webp', maxBytes: 2000 },
  { ...box, format: 'webp', lossless: true },
  { ...box, colourSpace: 'p3' },
  { width: 64, height: 64, fit: 'contain', format: 'ico' },
  { width: 256, height: 256, fit: 'contain', format: 'icns' },
  { format: 'svg', trim: true, padding: '5%' },
];

const RECOLOURS: readonly Partial<RecolourRecipe>[] = [
  { mode: 'dark' },
  { mode: 'dark', background: '#ffffff' },
  { mode: 'monochrome', colour: '#0b5cff' },
  { mode: 'duotone', shadows: '#1b2a41', highlights: '#f5b700' },
  { mode: 'brand', colours: ['#0b5cff', '#ff5a36', '#ffffff'] },
];

const MORPHS = [
  { format: 'webp' },
  { format: 'gif', background: '#ffffff' },
  { format: 'apng', easing: 'linear' },
  { format: 'svg', loop: 'alternate' },
  { format: 'frames', fps: 5 },
] as const;

/** Every recipe that the gallery shows on each logo; a morph goes to the next logo. */
export function shownRecipes(): ShownRecipe[] {
  const shown = <T extends object>(what: string, fields: T, recipe: Recipe) => ({
    title: `${what} ${JSON.stringify(fields).replaceAll('"', '')}`,
    recipe,
  });
  return [
    ...VARIANTS.map((fields) => shown('variant', fields, completeRecipe('variant', fields))),
    { title: 'palette', recipe: completeRecipe('palette') },
    ...RECOLOURS.map((fields) => shown('recolour', fields, completeRecipe('recolour', { width: 180, ...fields }))),
    ...MORPHS.map((fields) =>
      shown('morph', fields, completeRecipe('morph', { width: 180, height: 180, loop: 'repeat', ...fields })),
    ),
    { title: 'kit, modern', recipe: completeRecipe('kit', { name: 'Gallery' }) },
    {
      title: 'kit, modern, size',
      recipe: completeRecipe('kit', { name: 'Gallery', optimise: 'size', background: '#fff4e0' }),
    },
    { title: 'kit, all parts', recipe: completeRecipe('kit', { name: 'Gallery', include: [...KIT_PARTS] }) },
  ];
}
