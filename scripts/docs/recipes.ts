import { LIMITS } from '@logomorph/contract/limits.ts';
import { Palette } from '@logomorph/contract/recipe/palette.ts';
import { RECIPES, type RecipeType } from '@logomorph/contract/recipe/recipe.ts';
import { GENERATED, table } from './markdown.ts';
import { fieldRows } from './schema-facts.ts';

/** What is said of a recipe before its fields, and after them. */
const TEXTS: Record<RecipeType, { before: string; after: string }> = {
  variant: {
    before: "One picture, resized and converted. Its file is `logo` with the format's ending, such as `logo.png`.",
    after: `The fields act in this order: \`crop\`, \`trim\`, \`rotate\`, \`flip\`, the fit into \`width\` and \`height\` less the
\`padding\`, \`background\`, \`radius\`, \`format\`. Without \`width\` and \`height\` the picture keeps its size. With one of them it
keeps its aspect ratio, whatever \`fit\` says. No side may get longer than ${LIMITS.outputSidePixels} pixels.`,
  },
  kit: {
    before: 'Icons and pictures for platforms, the web manifest, the HTML for pages, and a zip of all.',
    after: '',
  },
  palette: {
    before: 'The colours of a logo, as data. Its file is `palette.json`.',
    after: `\`palette.json\` has:

${table(
  ['Field', 'Values', 'Meaning'],
  fieldRows(Palette).map(([name = '', values = '', , meaning = '']) => [name, values, meaning]),
)}`,
  },
  recolour: {
    before:
      'A logo in other colours. Its files are `logo.png`, and `logo.svg` when the logo is an SVG. Fields that a mode\n' +
      'does not use have no effect.',
    after: '',
  },
  morph: {
    before: 'An animation from a logo to another. The request names the other logo in `toLogoId`, next to `logoId`.',
    after: '',
  },
};

/** `docs/recipes.md`. */
export function recipesDocument(): string {
  const sections = Object.values(RECIPES).map((schema) => section(schema.properties.type.const, schema));
  return `${GENERATED}

# Recipes

A recipe says what to make of a logo. \`type\` tells the recipes apart and is always given; what has a default may be
left out. A render's answer shows its recipe with the defaults filled. A field that is not here is refused.

${sections.join('\n\n')}
`;
}

function section(type: RecipeType, schema: unknown): string {
  const { before, after } = TEXTS[type];
  const fields = table(['Field', 'Values', 'Default', 'Meaning'], fieldRows(schema));
  return [`## ${type}`, before, fields, after].filter((part) => part !== '').join('\n\n');
}
