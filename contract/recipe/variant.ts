import Type, { type Static } from 'typebox';
import { LIMITS } from '../limits.ts';
import { Length, Quality, side, Version } from './fields.ts';

const offset = (description: string) => Type.Integer({ minimum: 0, maximum: LIMITS.logoPixels, description });
const extent = (description: string) => Type.Integer({ minimum: 1, maximum: LIMITS.logoPixels, description });

const Crop = Type.Object(
  {
    left: offset('Of the part, from the left edge of the logo'),
    top: offset('Of the part, from the top edge of the logo'),
    width: extent('Of the part'),
    height: extent('Of the part'),
  },
  {
    additionalProperties: false,
    description:
      'The part of the logo to take, which must lie inside it: in pixels of the logo the right way up, of an SVG in the ' +
      'units of its viewBox',
  },
);

/**
 * One picture, resized and converted. The fields act in this order: crop, trim, rotate, flip, fit into width × height
 * less the padding, background, radius, format. An SVG is drawn from its vectors at the size that is wanted. As svg, it
 * stays vectors: all fields but quality, lossless, progressive, effort and animated act, and a blurred background and
 * p3 are refused. A logo that shows nothing is refused, and so is an output of which nothing is left.
 */
export const VariantRecipe = Type.Object(
  {
    type: Type.Literal('variant', { description: 'One picture' }),
    version: Version,
    format: Type.Enum(['png', 'jpeg', 'webp', 'avif', 'gif', 'ico', 'icns', 'svg'], {
      default: 'png',
      description:
        'Of the output; svg only of an SVG, which stays vectors: quality, lossless, progressive, effort and animated then do ' +
        'nothing, and a blurred background and p3 are refused; ico is a square of at most 256 pixels a side, and has 16, 24, 32 and 48 ' +
        'pixels in it too as far as they are smaller; icns is a square of 16, 32, 64, 128, 256, 512 or 1024 pixels a ' +
        'side, and has those that are smaller in it',
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
          'stands out (of the first frame), and are centre for contain',
      },
    ),
    crop: Type.Optional(Crop),
    trim: Type.Boolean({
      default: false,
      description: 'Takes away the edges that are transparent or of the colour of the top left pixel',
    }),
    rotate: Type.Integer({
      minimum: 0,
      maximum: 359,
      default: 0,
      description: 'Degrees, clockwise; the corners that come free are transparent',
    }),
    flip: Type.Enum(['none', 'horizontal', 'vertical', 'both'], {
      default: 'none',
      description: 'Mirrors the logo, horizontal from left to right',
    }),
    padding: Length('Kept free around the logo, inside the output: pixels, or percent of the output’s shorter side'),
    radius: Length(
      'Of the corners, which become transparent: pixels, or percent of the output’s shorter side; above half it is half',
    ),
    background: Type.String({
      pattern: '^(transparent|blurred|#[0-9a-fA-F]{6})$',
      default: 'transparent',
      description:
        'What shows behind the logo: a colour, or the logo itself, blurred and covering; JPEG, which has no alpha, ' +
        'puts white for transparent',
    }),
    quality: Quality('Of JPEG, WebP and AVIF; with maxBytes, the highest that is tried'),
    lossless: Type.Boolean({ default: false, description: 'Of WebP and AVIF; quality has then no effect' }),
    progressive: Type.Optional(
      Type.Boolean({
        description:
          'Of JPEG and PNG: shown coarsely while it loads. Unless told, JPEGs of at least 100 000 pixels are, which ' +
          'makes them smaller, and PNGs are not, which it would make larger',
      }),
    ),
    effort: Type.Enum(['low', 'medium', 'high'], {
      default: 'medium',
      description: 'Time given to make the file smaller',
    }),
    maxBytes: Type.Optional(
      Type.Integer({
        minimum: 100,
        maximum: LIMITS.logoBytes,
        description:
          'Most bytes of the file, or the render fails. JPEG, WebP and AVIF take the best quality that fits, or the ' +
          'highest effort if lossless; PNG, GIF, ICO and ICNS the most colours that fit (all, or 256 and fewer); an ' +
          'SVG is as large as it is',
      }),
    ),
    colourSpace: Type.Enum(['srgb', 'p3'], {
      default: 'srgb',
      description:
        'Of the output, and colours of the logo are converted to it; p3 is Display P3, of PNG, JPEG, WebP and AVIF; ' +
        'background is sRGB in both',
    }),
    keepMetadata: Type.Boolean({
      default: false,
      description:
        'Keeps the EXIF and XMP data of the logo in PNG, JPEG, WebP and AVIF, and its IPTC data in JPEG, but not in ' +
        'animations',
    }),
    animated: Type.Boolean({
      default: true,
      description: 'GIF and WebP keep all frames of an animated GIF or WebP; otherwise the first is taken',
    }),
  },
  { title: 'VariantRecipe', additionalProperties: false },
);

export type VariantRecipe = Static<typeof VariantRecipe>;
