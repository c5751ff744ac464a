import type { SourceName } from './sources.ts';

/** A transform as both sides are asked for it. */
export interface TransformCase {
  what: string;
  sources: readonly SourceName[];
  /** Of a variant, for our renderer. */
  recipe: object;
  /** For ipx. */
  modifiers: Record<string, string>;
  /** The box whose `inside` fit is the reference; none where the sides lay the picture out each in its own way. */
  reference?: number;
}

const every: readonly SourceName[] = ['photo.jpeg', 'logo.png', 'logo.svg', 'photo.webp', 'animation.gif'];
const opaque: readonly SourceName[] = ['photo.jpeg', 'photo.webp'];
const still = { animated: false } as const;

// `enlarge` lets ipx make an SVG larger than its viewBox, which ours does as it is.
export const TRANSFORMS: readonly TransformCase[] = [
  {
    what: 'JPEG q80, 500 px',
    sources: opaque,
    recipe: { format: 'jpeg', width: 500, height: 500, quality: 80 },
    modifiers: { s: '500x500', fit: 'inside', f: 'jpeg', q: '80' },
    reference: 500,
  },
  {
    what: 'PNG, 512 px',
    sources: ['logo.png', 'logo.svg', 'animation.gif'],
    recipe: { format: 'png', width: 512, height: 512 },
    modifiers: { s: '512x512', fit: 'inside', f: 'png', enlarge: '' },
    reference: 512,
  },
  {
    what: 'WebP q80, 500 px',
    sources: every,
    recipe: { format: 'webp', width: 500, height: 500, quality: 80, ...still },
    modifiers: { s: '500x500', fit: 'inside', f: 'webp', q: '80', enlarge: '' },
    reference: 500,
  },
  {
    what: 'AVIF q50, 500 px',
    sources: ['photo.jpeg', 'logo.png', 'logo.svg'],
    recipe: { format: 'avif', width: 500, height: 500, quality: 50 },
    modifiers: { s: '500x500', fit: 'inside', f: 'avif', q: '50', enlarge: '' },
    reference: 500,
  },
  {
    what: 'animated WebP q80, 200 px',
    sources: ['animation.gif'],
    recipe: { format: 'webp', width: 200, height: 200, quality: 80 },
    modifiers: { s: '200x200', fit: 'inside', f: 'webp', q: '80', animated: '' },
    reference: 200,
  },
  // Without trim: that of ipx 3.1.1 fails, for it hands sharp a number where sharp wants an object.
  {
    what: 'PNG, 10 % padding, 512 px',
    sources: ['logo.png', 'logo.svg'],
    recipe: { format: 'png', width: 512, height: 512, fit: 'contain', padding: '10%' },
    modifiers: { s: '410x410', fit: 'contain', b: 'transparent', extend: '51_51_51_51', f: 'png', enlarge: '' },
  },
];
