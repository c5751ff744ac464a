import Type, { type Static } from 'typebox';
import { Colour, side, Version } from './fields.ts';

/**
 * A logo in other colours: `logo.png`, and `logo.svg` when the logo is an SVG. Fields that a mode does not use have
 * no effect.
 */
export const RecolourRecipe = Type.Object(
  {
    type: Type.Literal('recolour', { description: 'A logo in other colours' }),
    version: Version,
    mode: Type.Enum(['monochrome', 'duotone', 'brand', 'dark'], {
      default: 'dark',
      description:
        'monochrome: the shape in one colour, white on it and a plate behind it left out; duotone: from shadows to ' +
        'highlights by lightness; brand: each colour to the nearest of colours; dark: for a dark background, with ' +
        'lightness mirrored and hue kept where the contrast is missing, white or black paper made the background, ' +
        'and drop shadows of an SVG kept',
    }),
    colour: Colour('#000000', 'Of monochrome'),
    shadows: Colour('#000000', 'Of duotone, for the darkest'),
    highlights: Colour('#ffffff', 'Of duotone, for the lightest'),
    colours: Type.Array(Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }), {
      minItems: 1,
      maxItems: 16,
      uniqueItems: true,
      default: ['#000000', '#ffffff'],
      description: 'Of brand; nearest is told in OKLab',
    }),
    background: Colour('#121212', 'What dark is to be seen on'),
    contrast: Type.Number({
      minimum: 1,
      maximum: 21,
      default: 4.5,
      description: 'The least contrast ratio (WCAG 2.2) of dark with its background, or the most there is',
    }),
    width: { ...side('The longer side of logo.png, in pixels'), default: 1024 },
  },
  { title: 'RecolourRecipe', additionalProperties: false },
);

export type RecolourRecipe = Static<typeof RecolourRecipe>;
