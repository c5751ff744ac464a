import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOGO_MEDIA_TYPES } from '@logomorph/contract/logo.ts';
import { escapeMarkup } from '@logomorph/worker/renderer/kit/texts/escape-markup.ts';
import { restrictLibvips } from '@logomorph/worker/renderer/loaders.ts';
import { render } from '@logomorph/worker/renderer/render.ts';
import { type CorpusLogo, corpusLogos } from '@logomorph/worker/renderer/testing/corpus.ts';
import { fileHtml } from './gallery/file-html.ts';
import { page, type Section } from './gallery/page.ts';
import { pictureHtml } from './gallery/picture.ts';
import { type ShownRecipe, shownRecipes } from './gallery/shown-recipes.ts';
import { chosenLogos } from './harness/options.ts';

// Writes one HTML page with every recipe on every logo of the corpus, for a person to look at.
const SOURCE_SIDE = 180;
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(dirname(import.meta.dirname), 'dist/gallery.html') },
    logos: { type: 'string' },
    /** Only recipes whose title starts so, e.g. `kit` or `variant`. */
    only: { type: 'string', default: '' },
  },
});
restrictLibvips();
const corpus = await corpusLogos();
const recipes = shownRecipes().filter(({ title }) => title.startsWith(values.only));
const sections: Section[] = [];
for (const logo of chosenLogos(corpus, values.logos)) {
  const next = corpus[(corpus.indexOf(logo) + 1) % corpus.length] ?? logo;
  console.log(logo.name);
  sections.push(await section(logo, next));
}
const out = resolve(values.out);
await mkdir(dirname(out), { recursive: true });
await writeFile(out, page(sections));
console.log(`The gallery is ${out}`);

async function section(logo: CorpusLogo, next: CorpusLogo): Promise<Section> {
  const source = { name: 'the logo as it came', mediaType: LOGO_MEDIA_TYPES[logo.format], bytes: logo.bytes };
  const parts = [await pictureHtml(source, SOURCE_SIDE)];
  for (const shown of recipes) {
    const body = await rendered(shown, logo, next);
    parts.push(`<article><h3>${escapeMarkup(shown.title)}</h3>${body}</article>`);
  }
  return { name: logo.name, body: parts.join('\n') };
}

/** All files of a recipe, its warnings, and what it fails with. */
async function rendered({ recipe }: ShownRecipe, logo: CorpusLogo, next: CorpusLogo): Promise<string> {
  const parts: string[] = [];
  const note = (kind: string, text: string) => parts.push(`<p class="${kind}">${escapeMarkup(text)}</p>`);
  const options = { signal: new AbortController().signal, warn: (warning: string) => note('warning', warning) };
  try {
    const sources = recipe.type === 'morph' ? [logo, next] : [logo];
    for await (const file of render(sources, recipe, options)) parts.push(await fileHtml(file));
  } catch (error) {
    note('error', String(error));
  }
  return parts.join('\n');
}
