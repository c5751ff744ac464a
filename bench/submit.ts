import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { completeRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { CorpusLogo } from '@logomorph/worker/renderer/testing/corpus.ts';
import Type from 'typebox';
import Value from 'typebox/value';
import { layGround, listening } from './api/service.ts';
import { apiClient } from './client.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { startPinned, stayOnCore } from './harness/pinned-process.ts';
import { percentile } from './harness/statistics.ts';
import { type Row, ratio, table } from './harness/table.ts';

// From the request for a render to its first file, one render after the other, against the same render by the renderer
// alone, in turns. The API has one core, the client and Postgres the other; the worker, which renders, has both, and so has
// the renderer alone, as where nothing is kept to a core. Both have rendered for a while before anything counts, as they have
// in production: else V8 still compiles them.
const { logos, core, more } = await benchOptions({ renders: 30, 'warm-up': 300 });
const { renders = 0, 'warm-up': warmUp = 0 } = more;

/** Makes a recipe that has something which none of another number has, so that nothing made before can be taken. */
type RecipeOf = (at: number) => Recipe;
const variant: RecipeOf = (at) =>
  completeRecipe('variant', { format: 'png', width: 256 + (at % 32), height: 256 + Math.floor(at / 32) });
const kit: RecipeOf = (at) => completeRecipe('kit', { name: `Bench ${at}` });

/** One of the two that are compared: makes a render and gives the milliseconds that it took. */
type Side = (logo: CorpusLogo, recipe: Recipe) => Promise<number>;

await withFolder(async (folder) => {
  stayOnCore(core + 1);
  await using ground = await layGround(folder);
  await using service = await listening('../../service/main.ts', ground.env, core);
  await using _worker = await listening('../../worker/main.ts', ground.env, 'all');
  using renderer = startRenderer();
  const sides = { product: productAt(service.url, ground.key), renderer: renderer.side };

  for (const logo of logos.slice(0, 1)) {
    await measure(sides, logo, variant, 0, warmUp);
    await measure(sides, logo, kit, 0, warmUp);
  }
  const rows: Row[] = [];
  for (const logo of logos) {
    for (const recipeOf of [variant, kit]) {
      rows.push(toRow(logo, recipeOf, await measure(sides, logo, recipeOf, warmUp, renders)));
    }
  }
  console.log(`submit to result, ${renders} renders each; times in ms\n\n${table(rows)}`);
});

function productAt(url: string, key: string): Side {
  const api = apiClient(url, key);
  const logoIds = new Map<string, Promise<string>>();
  return async (logo, recipe) => {
    const uploading = logoIds.get(logo.name) ?? api.upload(Buffer.from(logo.bytes));
    logoIds.set(logo.name, uploading);
    const logoId = await uploading;
    const start = performance.now();
    await api.firstFile(await api.submit(logoId, recipe));
    return performance.now() - start;
  };
}

function startRenderer(): Disposable & { side: Side } {
  const child = startPinned(fileURLToPath(new URL('sides/timed-renderer.ts', import.meta.url)), [], 'all');
  return {
    async side({ name }, recipe) {
      child.send({ logo: name, recipe });
      const [milliseconds] = await once(child, 'message');
      return Value.Parse(Type.Number(), milliseconds);
    },
    [Symbol.dispose]: () => child.kill(),
  };
}

type Taken = Record<'product' | 'renderer', number[]>;

async function measure(
  sides: Record<keyof Taken, Side>,
  logo: CorpusLogo,
  recipeOf: RecipeOf,
  from: number,
  count: number,
): Promise<Taken> {
  const taken: Taken = { product: [], renderer: [] };
  for (let at = from; at < from + count; at += 1) {
    const recipe = recipeOf(at);
    taken.product.push(await sides.product(logo, recipe));
    taken.renderer.push(await sides.renderer(logo, recipe));
  }
  return taken;
}

function toRow(logo: CorpusLogo, recipeOf: RecipeOf, { product, renderer }: Taken): Row {
  const overhead = product.map((ms, at) => ms - (renderer[at] ?? Number.NaN));
  return {
    logo: logo.name,
    recipe: recipeOf(0).type,
    'product p50': percentile(product, 0.5).toFixed(0),
    'renderer p50': percentile(renderer, 0.5).toFixed(0),
    'overhead p50': percentile(overhead, 0.5).toFixed(0),
    'overhead p95': percentile(overhead, 0.95).toFixed(0),
    ratio: ratio(percentile(product, 0.5), percentile(renderer, 0.5)),
  };
}
