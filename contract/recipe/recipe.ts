import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';
import { KitRecipe } from './kit.ts';
import { MorphRecipe } from './morph.ts';
import { PaletteRecipe } from './palette.ts';
import { RecolourRecipe } from './recolour.ts';
import { VariantRecipe } from './variant.ts';

/** Every recipe by its type. */
export const RECIPES = {
  variant: VariantRecipe,
  kit: KitRecipe,
  palette: PaletteRecipe,
  recolour: RecolourRecipe,
  morph: MorphRecipe,
} as const;

export type RecipeType = keyof typeof RECIPES;

type RecipeOf = { [T in RecipeType]: Static<(typeof RECIPES)[T]> };

export type Recipe = RecipeOf[RecipeType];

/** A recipe that has its defaults filled: told apart by `type`. */
export const Recipe = Type.Unsafe<Recipe>(oneOf('Recipe', Object.values(RECIPES)));

/** A recipe as a client may send it: all that has a default may be left out. */
export const RecipeRequest = Type.Unsafe<Recipe>(oneOf('RecipeRequest', Object.values(RECIPES).map(optionalDefaults)));

/** The same of a variant alone. */
export const VariantRecipeRequest = Type.Unsafe<VariantRecipe>(optionalDefaults(VariantRecipe));

/**
 * A recipe with the defaults filled in that `fields` leave out.
 * @throws an error of the schema when a field breaks a rule
 */
export function completeRecipe<T extends RecipeType>(type: T, fields: Partial<RecipeOf[T]> = {}): RecipeOf[T] {
  const schema: TSchema = RECIPES[type];
  return Value.Parse(Type.Unsafe<RecipeOf[T]>(schema), Value.Default(schema, { ...fields, type }));
}

/**
 * A recipe that was complete when it was kept, with the defaults of the fields that came since. It is not checked again:
 * that takes a tenth of a millisecond, and this is done for each render that is shown.
 */
export function withNewDefaults(kept: Recipe): Recipe {
  const isWhole = Object.entries(RECIPES[kept.type].properties).every(
    ([name, property]) => name in kept || !('default' in property),
  );
  return isWhole ? kept : completeRecipe(kept.type, kept);
}

/**
 * The one text form of a recipe that has its defaults filled: keys sorted, no white space. Equal recipes
 * have equal forms, so content keys are made from it.
 */
export function canonicalRecipe(recipe: Recipe): string {
  return JSON.stringify(recipe, (_, value: unknown) => (isRecord(value) ? sortedByKey(value) : value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedByKey(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function oneOf(title: string, schemas: readonly object[]) {
  return { title, type: 'object', required: ['type'], discriminator: { propertyName: 'type' }, oneOf: schemas };
}

/** The schema, under a title of its own, with every property that has a default taken out of `required`. */
function optionalDefaults(schema: (typeof RECIPES)[RecipeType]) {
  const type = schema.properties.type.const;
  const withDefault = Object.entries(schema.properties)
    .filter(([, property]) => 'default' in property)
    .map(([name]) => name);
  return {
    ...schema,
    title: `${type.charAt(0).toUpperCase()}${type.slice(1)}RecipeRequest`,
    required: schema.required.filter((name) => !withDefault.includes(name)),
  };
}
