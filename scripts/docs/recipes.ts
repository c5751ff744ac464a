import { LIMITS } from '@logomorph/contract/limits.ts';
import { KitRecipe, VariantRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { code, GENERATED, table } from './markdown.ts';
import { factsOf } from './schema-facts.ts';

/** `docs/recipes.md`. */
export function recipesDocument(): string {
  return `${GENERATED}

# Recipes

A recipe says what to make of a logo. \`type\` tells the recipes apart and is always given; what has a default may be
left out. A render's answer shows its recipe with the defaults filled. A field that is not here is refused.

## variant

One picture, resized and converted. Its file is \`logo.png\`, \`logo.jpg\`, \`logo.webp\` or \`logo.avif\`.

${fields(VariantRecipe)}

Without \`width\` and \`height\` the picture keeps its size. With one of them it keeps its aspect ratio, whatever
\`fit\` says. No side may get longer than ${LIMITS.outputSidePixels} pixels.

## kit

Icons for a site, its web manifest, the HTML for its pages, and a zip of all.

${fields(KitRecipe)}
`;
}

function fields(recipe: typeof VariantRecipe | typeof KitRecipe): string {
  const required = new Set<string>(recipe.required);
  const rows = Object.entries(recipe.properties).map(([name, schema]) => [
    code(name),
    ...factsOf(schema, required.has(name)),
  ]);
  return table(['Field', 'Values', 'Default', 'Meaning'], rows);
}
