import { completeRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import { restrictLibvips } from '@logomorph/worker/renderer/loaders.ts';
import type { CorpusLogo } from '@logomorph/worker/renderer/testing/corpus.ts';
import { layGround, listening } from './api/service.ts';
import { type ApiClient, apiClient } from './client.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { stayOnCore } from './harness/pinned-process.ts';
import { percentile } from './harness/statistics.ts';
import { type Row, ratio, table } from './harness/table.ts';
import { renderFiles } from './sides/renderer.ts';

// From the request for a render to its first byte, one render after the other, against the same render by the renderer
// alone, in turns. The API has one core; the worker, which renders, has the other, and so has the renderer alone.
const { logos, core, more } = await benchOptions({ renders: 30 });
const { renders = 0 } = more;
const RECIPES: readonly ((at: number) => Recipe)[] = [
  // Each has a field that no other has, so nothing that was made before can be taken.
  (at) => completeRecipe('variant', { format: 'png', width: 256 + at }),
  (at) => completeRecipe('kit', { name: `Bench ${at}` }),
];

await withFolder(async (folder) => {
  stayOnCore(core + 1);
  await using ground = await layGround(folder);
  await using service = await listening('../../service/main.ts', ground.env, core);
  await using _worker = await listening('../../worker/main.ts', ground.env, core + 1);
  restrictLibvips();
  const api = apiClient(service.url, ground.key);
  const rows: Row[] = [];
  for (const logo of logos) for (const recipe of RECIPES) rows.push(await measure(api, logo, recipe));
  console.log(`submit to result, ${renders} renders each; times in ms\n\n${table(rows)}`);
});

async function measure(api: ApiClient, logo: CorpusLogo, recipeOf: (at: number) => Recipe): Promise<Row> {
  const logoId = await api.upload(Buffer.from(logo.bytes));
  const product: number[] = [];
  const renderer: number[] = [];
  // The first of each warms up and does not count.
  for (let at = 0; at <= renders; at += 1) {
    const recipe = recipeOf(at);
    const viaProduct = await time(async () => api.firstByte(await api.submit(logoId, recipe)));
    const direct = await time(() => renderFiles([logo], recipe));
    if (at === 0) continue;
    product.push(viaProduct);
    renderer.push(direct);
  }
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

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
