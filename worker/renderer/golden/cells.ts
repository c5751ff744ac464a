import type { MorphRecipe } from '@logomorph/contract/recipe/morph.ts';
import { completeRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { TestLogo } from '../testing/logos.ts';

/** One picture of a golden sheet: a file that a recipe makes, on a ground. */
export interface Cell {
  name: string;
  recipe: Recipe;
  /** The name of the file, among those the recipe makes. */
  file: string;
  ground: string;
  /** Which frame, when the file is animated. */
  frame?: number;
}

const LIGHT = '#ffffff';
const DARK = '#121212';

const kit = completeRecipe('kit', { background: '#f2efe9' });
const small = completeRecipe('kit', { background: '#f2efe9', optimise: 'size' });
const frames = (fields: Partial<MorphRecipe>) =>
  completeRecipe('morph', { width: 96, height: 96, duration: 300, fps: 30, easing: 'linear', ...fields });

const fromKit = (file: string, ground: string, recipe: Recipe = kit): Cell => ({ name: file, recipe, file, ground });

const recoloured = (mode: 'monochrome' | 'duotone' | 'brand' | 'dark', ground: string): Cell => ({
  name: mode,
  recipe: completeRecipe('recolour', {
    mode,
    width: 96,
    colour: '#7a1fa2',
    shadows: '#0b2545',
    highlights: '#ffd166',
    colours: ['#d62828', '#003049', '#fcbf49', '#ffffff'],
  }),
  file: 'logo.png',
  ground,
});

const variant = (name: string, fields: Parameters<typeof completeRecipe<'variant'>>[1], ground = LIGHT): Cell => ({
  name,
  recipe: completeRecipe('variant', { width: 96, height: 96, fit: 'contain', animated: false, ...fields }),
  file: 'logo.png',
  ground,
});

/** What is looked at of each logo. */
export const CELLS: readonly Cell[] = [
  fromKit('icon-192.png', LIGHT),
  fromKit('icon-192.png', DARK),
  fromKit('apple-touch-icon.png', LIGHT),
  fromKit('icon-maskable-512.png', LIGHT),
  fromKit('icon-monochrome-512.png', '#9ec5fe'),
  fromKit('social-card.png', LIGHT),
  fromKit('icon-512.png', LIGHT, small),
  recoloured('monochrome', LIGHT),
  recoloured('duotone', LIGHT),
  recoloured('brand', LIGHT),
  recoloured('dark', DARK),
  variant('padded, rounded, on a colour', { padding: '12%', radius: '25%', background: '#2a9d8f' }),
  variant('blurred behind, rounded', { padding: '10px', radius: '50%', background: 'blurred' }),
  variant('turned and mirrored', { rotate: 30, flip: 'horizontal', trim: true }),
  variant('cropped to cover', { fit: 'cover', width: 96, height: 48, gravity: 'north' }),
  { name: 'a morph, a third in', recipe: frames({ format: 'webp' }), file: 'morph.webp', ground: LIGHT, frame: 3 },
  { name: 'a morph, two thirds in', recipe: frames({ format: 'webp' }), file: 'morph.webp', ground: LIGHT, frame: 6 },
];

/** What every morph of a sheet ends in: a ring, so that holes come and go. */
export const MORPH_TARGET: TestLogo = {
  format: 'svg',
  bytes: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path fill="#e76f51" fill-rule="evenodd" ' +
      'd="M50 5a45 45 0 1 0 0 90 45 45 0 1 0 0-90zm0 25a20 20 0 1 1 0 40 20 20 0 1 1 0-40z"/></svg>',
  ),
};
