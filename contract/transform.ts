import Type, { type Static } from 'typebox';
import { completeRecipe, VariantRecipeRequest } from './recipe/recipe.ts';
import { VariantRecipe } from './recipe/variant.ts';

/** What a client asks an address for. */
export const TransformRequest = Type.Object(
  {
    logoId: Type.String({ format: 'uuid' }),
    recipe: VariantRecipeRequest,
    expiresAt: Type.Optional(
      Type.String({ format: 'date-time', description: 'When the address ends; when left out, with the logo' }),
    ),
  },
  {
    title: 'TransformRequest',
    additionalProperties: false,
    examples: [
      {
        logoId: '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11',
        recipe: { type: 'variant', format: 'webp', width: 256 },
        expiresAt: '2030-01-01T00:00:00Z',
      },
    ],
  },
);

export type TransformRequest = Static<typeof TransformRequest>;

/** An address of a picture, which is made when it is asked for the first time. */
export const Transform = Type.Object(
  {
    url: Type.String({ description: 'Where the picture is for who has no API key, relative to the API' }),
    logoId: Type.String({ format: 'uuid' }),
    recipe: VariantRecipe,
    expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  {
    title: 'Transform',
    examples: [
      {
        url: '/transforms/0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11/e30.png?signature=q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6',
        logoId: '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11',
        recipe: completeRecipe('variant'),
      },
    ],
  },
);

export type Transform = Static<typeof Transform>;
