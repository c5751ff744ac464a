import { RecipeRequest } from '@logomorph/contract/recipe/recipe.ts';
import { restrictLibvips } from '@logomorph/worker/renderer/loaders.ts';
import { corpusLogos } from '@logomorph/worker/renderer/testing/corpus.ts';
import Type from 'typebox';
import Value from 'typebox/value';
import { chosenLogos } from '../harness/options.ts';
import { readRecipe, renderFiles } from './renderer.ts';

/** What it is asked for by a message: a logo of the corpus by its name, and a recipe of it. */
const Asked = Type.Object({ logo: Type.String(), recipe: RecipeRequest });

// The renderer alone, in a process of its own, as a worker has it. It answers with the milliseconds that a render took.
const corpus = await corpusLogos();
restrictLibvips();
process.on('message', async (message) => {
  const { logo, recipe } = Value.Parse(Asked, message);
  const sources = chosenLogos(corpus, logo);
  const start = performance.now();
  await renderFiles(sources, readRecipe(recipe));
  process.send?.(performance.now() - start);
});
