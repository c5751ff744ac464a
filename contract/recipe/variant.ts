import Type, { type Static } from 'typebox';
import { LIMITS } from '../limits.ts';
import { Length, Quality, side, Version } from './fields.ts';

const offset = (description: string) => Type.Integer({ minimum: 0, maximum: LIMITS.logoPixels, description });

/** A part of the logo, in its own pixels (an SVG's: the units of its viewBox) the right way up. */
const Crop = Type.Object(
  {
    left: offset('Of the part, from the left edge of the logo'),
    top: offset('Of the part, from the top edge of the logo'),
    width: Type.Integer({ minimum: 1, maximum: LIMITS.logoPixels }),
    height: Type.Integer({ minimum: 1, maximum: LIMITS.logoPixels }),
  },
  { additionalProperties: false, description: 'The part of the logo to take; it has to lie inside the logo' },
);

/**
 * One picture, resized and converted. The fields act in this order: crop, trim, rotate, flip, fit into width × height
 * less the padding, background, radius, format.
 */
export const VariantRecipe = Type.Object(
  {
    type: Type.Literal('variant', { description: 'One picture' }),
    version: Version,
    format: Type.Enum(['png', 'jpeg', 'webp', 'avif', 'gif', 'ico', 'icns', 'svg'], {
      default: 'png',
      description: 'Of the output; svg only of an SVG, icns and ico only of at most 1024 and 256 pixels a side',
    }),
    width: Type.Optional(side('Of the output, in pixels; without it the height decides')),
    height: Type.Optional(side('Of the output, in pixels; without it the width decides')),
    fit: Type.Enum(['contain', 'cover', 'fill', 'inside', 'outside'], {
      default: 'inside',
      description: 'How the logo meets a box of width × height; the names are those of CSS object-fit',
    }),
    gravity: Type.Enum(
      [
        'centre',
        'north',
        'northeast',
        'east',
        'southeast',
        'south',
        'southwest',
        'west',
        'northwest',
        'attention',
        'entropy',
      ],
      {
        default: 'centre',
        description:
          'Where contain puts the logo and which part cover keeps; attention and entropy look for the part that ' +
          'stands out, and are centre for contain',
      },
    ),
    crop: Type.Optional(Crop),
    trim: Type.Boolean({ default: false, description: 'Takes away the transparent or one-coloured edges' }),
    rotate: Type.Integer({ minimum: 0, maximum: 359, default: 0, description: 'Degrees, clockwise' }),
    flip: Type.Enum(['none', 'horizontal', 'vertical', 'both'], { default: 'none', description: 'Mirrors the logo' }),
    padding: Length('Kept free around the logo, inside the output: pixels, or percent of its shorter side'),
    radius: Length('Of the corners, which become transparent: pixels, or percent of the shorter side'),
    background: Type.String({
      pattern: '^(transparent|blurred|#[0-9a-fA-F]{6})$',
      default: 'transparent',
      description:
        'What shows behind the logo: a colour, or the logo itself, blurred and covering; JPEG, which has no alpha, ' +
        'puts white for transparent',
    }),
    quality: Quality('Of JPEG, WebP and AVIF; with maxBytes, the highest that is tried'),
    lossless: Type.Boolean({ default: false, description: 'Of WebP and AVIF; quality has then no effect' }),
    progressive: Type.Boolean({ default: false, description: 'Of JPEG and PNG: shown coarsely while it loads' }),
    effort: Type.Enum(['low', 'medium', 'high'], {
      default: 'medium',
      description: 'Time given to make the file smaller',
    }),
    maxBytes: Type.Optional(
      Type.Integer({
        minimum: 100,
        maximum: LIMITS.logoBytes,
        description: 'Most bytes of the file: the best quality that fits is taken, and the render fails if none does',
      }),
    ),
    colourSpace: Type.Enum(['srgb', 'p3'], { default: 'srgb', description: 'Of the output; p3 is Display P3' }),
    keepMetadata: Type.Boolean({ default: false, description: 'Keeps the EXIF, XMP and IPTC data of the logo' }),
    animated: Type.Boolean({
      default: true,
      description: 'GIF and WebP keep all frames of an animated logo; otherwise the first is taken',
    }),
  },
  { title: 'VariantRecipe', additionalProperties: false },
);

export type VariantRecipe = Static<typeof VariantRecipe>;
