import { restrictLibvips } from '@logomorph/worker/renderer/loaders.ts';
import { corpusLogos } from '@logomorph/worker/renderer/testing/corpus.ts';
import Type from 'typebox';
import Value from 'typebox/value';
import { chosenLogos } from '../harness/options.ts';
import { readRecipe, renderFiles } from './renderer.ts';

/** What it is asked for by a message: a logo of the corpus by its name, and a recipe, which `readRecipe` checks. */
const Asked = Type.Object({ logo: Type.String(), recipe: Type.Unknown() });

// The renderer alone, in a process of its own, as a worker has it. It answers with the milliseconds that a render took.
const corpus = await corpusLogos();
restrictLibvips();
process.on('message', async (message) => {
  const { logo, recipe } = Value.Parse(Asked, message);
  const sources = chosenLogos(corpus, logo);
  const read = readRecipe(recipe);
  const start = performance.now();
  await renderFiles(sources, read);
  process.send?.(performance.now() - start);
});
