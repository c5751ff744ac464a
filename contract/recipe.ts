import Type, { type Static } from 'typebox';
import { LIMITS } from './limits.ts';
import { LineOfText } from './text.ts';

const side = (description: string) => Type.Integer({ minimum: 1, maximum: LIMITS.outputSidePixels, description });

const Version = Type.Literal(1, { default: 1, description: 'Of the meaning of these fields' });

const Colour = (defaultColour: string, description: string) =>
  Type.String({ pattern: '^#[0-9a-fA-F]{6}$', default: defaultColour, description });

/** One picture, resized and converted. */
export const VariantRecipe = Type.Object(
  {
    type: Type.Literal('variant', { description: 'One picture' }),
    version: Version,
    format: Type.Enum(['png', 'jpeg', 'webp', 'avif'], { default: 'png', description: 'Of the output' }),
    width: Type.Optional(side('Of the box that the logo goes into, in pixels; without it the height decides')),
    height: Type.Optional(side('Of the box that the logo goes into, in pixels; without it the width decides')),
    fit: Type.Enum(['contain', 'cover', 'fill', 'inside', 'outside'], {
      default: 'inside',
      description: 'How the logo meets a box of width × height; the names are those of CSS object-fit',
    }),
    background: Type.String({
      pattern: '^(transparent|#[0-9a-fA-F]{6})$',
      default: 'transparent',
      description: 'What shows behind the logo; JPEG, which has no alpha, puts white for transparent',
    }),
    quality: Type.Integer({ minimum: 1, maximum: 100, default: 80, description: 'Of JPEG, WebP and AVIF' }),
  },
  { title: 'VariantRecipe', additionalProperties: false },
);

export type VariantRecipe = Static<typeof VariantRecipe>;

/** A brand kit: every icon that today's platforms ask for, the manifest, the HTML snippet and a zip of all. */
export const KitRecipe = Type.Object(
  {
    type: Type.Literal('kit', { description: 'A brand kit' }),
    version: Version,
    name: LineOfText(100, { default: 'App', description: 'Name in the web manifest and the snippet' }),
    shortName: Type.Optional(LineOfText(30, { description: 'The name where space is short' })),
    background: Colour('#ffffff', 'Behind the logo where a platform wants an opaque picture'),
    themeColor: Colour('#ffffff', 'theme_color of the web manifest'),
  },
  { title: 'KitRecipe', additionalProperties: false },
);

export type KitRecipe = Static<typeof KitRecipe>;

export type Recipe = VariantRecipe | KitRecipe;

/** A recipe as a client may send it: told apart by `type`, all that has a default left out. */
export const Recipe = Type.Unsafe<Recipe>({
  title: 'Recipe',
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [optionalDefaults(VariantRecipe), optionalDefaults(KitRecipe)],
});

/**
 * The one text form of a recipe that has its defaults filled: keys sorted, no white space. Equal recipes
 * have equal forms, so content keys are made from it.
 */
export function canonicalRecipe(recipe: Recipe): string {
  return JSON.stringify(Object.fromEntries(Object.entries(recipe).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The schema with every property that has a default taken out of `required`. */
function optionalDefaults(schema: typeof VariantRecipe | typeof KitRecipe) {
  const withDefault = Object.entries(schema.properties)
    .filter(([, property]) => 'default' in property)
    .map(([name]) => name);
  return { ...schema, required: schema.required.filter((name) => !withDefault.includes(name)) };
}
