import type { Flag, FlagsOf } from './flags.ts';

const text = (help: string): Flag => ({ kind: 'text', help });
const number = (help: string): Flag => ({ kind: 'number', help });
const list = (help: string): Flag => ({ kind: 'list', help });
const toggle = (help: string): Flag => ({ kind: 'switch', help });

export const KIT_FLAGS: FlagsOf<'kit'> = {
  name: text('name in the web manifest and the snippet'),
  shortName: text('the name where space is short'),
  include: list(
    'what to make: modern, compat, or some of favicon, apple-touch, pwa, android, windows, ios, macos, extension, social, email, store',
  ),
  background: text('behind the logo where it must be opaque: auto or #rrggbb'),
  darkBackground: text('behind the dark variant'),
  themeColor: text('theme_color of the web manifest'),
  optimise: text('speed or size'),
};

export const VARIANT_FLAGS: FlagsOf<'variant'> = {
  format: text('png, jpeg, webp, avif, gif, ico, icns or svg'),
  width: number('in pixels'),
  height: number('in pixels'),
  fit: text('inside, contain, cover, fill or outside'),
  gravity: text('centre, north, … or attention, entropy'),
  crop: { kind: 'box', help: 'the part to take: left,top,width,height' },
  trim: toggle('take away edges of one colour'),
  rotate: number('degrees, clockwise'),
  flip: text('horizontal, vertical or both'),
  padding: text('kept free around it: 8px or 5%'),
  radius: text('of the corners: 8px or 50%'),
  background: text('transparent, blurred or a colour like #1a2b3c'),
  quality: number('of JPEG, WebP and AVIF: 1 to 100'),
  lossless: toggle('of WebP and AVIF'),
  progressive: toggle('shown coarsely while it loads'),
  effort: text('low, medium or high'),
  maxBytes: number('the most bytes the file may have'),
  colourSpace: text('srgb or p3'),
  keepMetadata: toggle('keep EXIF, XMP and IPTC'),
  animated: toggle('keep all frames; --no-animated takes the first'),
};

export const RECOLOUR_FLAGS: FlagsOf<'recolour'> = {
  mode: text('dark, monochrome, duotone or brand'),
  colour: text('of monochrome: a colour like #1a2b3c'),
  shadows: text('of duotone, for the darkest'),
  highlights: text('of duotone, for the lightest'),
  colours: list('of brand: colours like #1a2b3c'),
  background: text('what dark is seen on: a colour like #121212'),
  contrast: number('the least contrast ratio of dark with its background'),
  width: number('the longer side of the PNG, in pixels'),
};

export const PALETTE_FLAGS: FlagsOf<'palette'> = { colours: number('how many colours at most') };

export const MORPH_FLAGS: FlagsOf<'morph'> = {
  format: text('webp, gif, apng, svg or frames'),
  width: number('in pixels'),
  height: number('in pixels'),
  duration: number('in milliseconds'),
  fps: number('frames a second'),
  easing: text('linear, ease-in, ease-out or ease-in-out'),
  hold: number('milliseconds each logo stands still'),
  loop: text('once, repeat or alternate'),
  background: text('behind the logos'),
};
