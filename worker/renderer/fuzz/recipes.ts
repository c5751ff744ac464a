import { RECIPES, type RecipeType } from '@logomorph/contract/recipe/recipe.ts';
import fc from 'fast-check';

const NAMES = [...new Set(Object.values(RECIPES).flatMap(({ properties }) => Object.keys(properties)))];
const TYPES: RecipeType[] = ['variant', 'kit', 'palette', 'recolour', 'morph'];

/** What may be right for some field, or nearly so. */
const value = fc.oneof(
  fc.constantFrom(
    'png',
    'webp',
    'svg',
    'cover',
    'north',
    'blurred',
    '#a1b2c3',
    '#A1B2C3',
    'transparent',
    '12px',
    '8.5%',
    '-1px',
  ),
  fc.constantFrom('once', 'linear', 'dark', 'p3', 'low', 'size', '', ' ', 'a\nb', '#12345', '９px', '#١٢٣٤٥٦'),
  fc.integer({ min: -2, max: 4097 }),
  fc.constantFrom(0, -0, 1, 80, 100, 1e21, 0.5, 2 ** 53),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ left: 0, top: 1, width: 2, height: 3 }),
  fc.constant(['modern']),
  fc.array(fc.constantFrom('modern', 'compat', 'favicon', '#000000', '#ffffff', 'nothing'), { maxLength: 4 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A type of recipe, and any JSON that may be meant for its fields. */
export const recipeFields = fc.tuple(
  fc.constantFrom(...TYPES),
  fc.dictionary(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...NAMES) }, fc.constantFrom('__proto__', 'constructor', 'x', '')),
    value,
    {
      maxKeys: 4,
    },
  ),
);
