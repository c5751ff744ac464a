import Type, { type Static } from 'typebox';
import { Version } from './fields.ts';

/** The colours of a logo, as data: `palette.json`. */
export const PaletteRecipe = Type.Object(
  {
    type: Type.Literal('palette', { description: 'The colours of a logo, as data' }),
    version: Version,
    colours: Type.Integer({ minimum: 1, maximum: 16, default: 6, description: 'How many colours at most' }),
  },
  { title: 'PaletteRecipe', additionalProperties: false },
);

export type PaletteRecipe = Static<typeof PaletteRecipe>;

const hexColour = (description: string) => Type.String({ pattern: '^#[0-9a-f]{6}$', description });

/** A colour of a palette. */
const PaletteColour = Type.Object({
  hex: hexColour('One that the logo has'),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'Of the ink of the logo' }),
  contrastOnWhite: Type.Number({ description: 'Contrast ratio (WCAG 2.2) with white' }),
  contrastOnBlack: Type.Number({ description: 'Contrast ratio (WCAG 2.2) with black' }),
});

/** What `palette.json` holds. */
export const Palette = Type.Object(
  {
    dominant: hexColour('The one with the largest share'),
    accent: Type.Optional(hexColour('The most colourful one that differs from the dominant, if one has colour')),
    colours: Type.Array(PaletteColour, { description: 'By their share, largest first' }),
    paper: Type.Optional(
      hexColour('The white or black that fills the box around the logo to all its edges, behind it; it is not ink'),
    ),
    background: Type.Enum(['light', 'dark', 'either'], {
      description: 'On which ground the logo has the contrast of 3 that graphics need (WCAG 2.2, 1.4.11)',
    }),
    blurHash: Type.String({ description: 'Placeholder, on the suggested ground' }),
    thumbHash: Type.String({ description: 'Placeholder with alpha, in base64' }),
    aspectRatio: Type.Number({ description: 'Width by height' }),
  },
  { title: 'Palette' },
);

export type Palette = Static<typeof Palette>;
