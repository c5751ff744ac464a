import Type, { type Static } from 'typebox';
import { SomeOf } from '../some-of.ts';
import { LineOfText } from '../text.ts';
import { Colour, Version } from './fields.ts';
import { KIT_PARTS } from './kit-parts.ts';

/** A brand kit: icons and pictures for platforms, with the manifest, the HTML, a report and a zip of all. */
export const KitRecipe = Type.Object(
  {
    type: Type.Literal('kit', { description: 'A brand kit' }),
    version: Version,
    include: SomeOf(KIT_PARTS, {
      default: ['modern'],
      description:
        'What to make: modern is the smallest set that covers the platforms of today, compat every file that ' +
        'older generators made; the others are single platforms',
    }),
    name: LineOfText(100, { default: 'App', description: 'Name in the web manifest and the snippet' }),
    shortName: Type.Optional(LineOfText(30, { description: 'The name where space is short' })),
    background: Type.String({
      pattern: '^(auto|#[0-9a-fA-F]{6})$',
      default: 'auto',
      description:
        'Behind the logo where a platform wants an opaque picture; auto: the colour that fills the box around the logo, ' +
        'but for round corners, if one does, else white, or darkBackground for a logo that cannot be seen on white',
    }),
    darkBackground: Colour('#121212', 'Behind the dark variant of the logo'),
    themeColor: Colour('#ffffff', 'theme_color of the web manifest'),
    optimise: Type.Enum(['speed', 'size'], {
      default: 'speed',
      description:
        'speed: areas of pictures are exact, and soft edges at most 6 in 255 off; size: colours are reduced where a ' +
        'structural similarity of 0.995 is kept, for files of about a third',
    }),
  },
  { title: 'KitRecipe', additionalProperties: false },
);

export type KitRecipe = Static<typeof KitRecipe>;
