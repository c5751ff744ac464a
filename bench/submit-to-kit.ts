import { parseArgs } from 'node:util';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { restrictLibvips } from '@logomorph/worker/renderer/loaders.ts';
import { type CorpusLogo, corpusLogos } from '@logomorph/worker/renderer/testing/corpus.ts';
import { type ApiClient, apiClient } from './client.ts';
import { percentile } from './harness/statistics.ts';
import { type Row, ratio, table } from './harness/table.ts';
import { renderFiles } from './sides/renderer.ts';

// From the request for a kit to its event `succeeded`, against a product that runs, one kit after the other.
// The baseline is the same kit made by the renderer in this process, in turns with the other.
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    key: { type: 'string' },
    runs: { type: 'string', default: '30' },
  },
});
const runs = Number(values.runs);
if (values.key === undefined || !Number.isInteger(runs) || runs < 1) {
  console.error('usage: node bench/submit-to-kit.ts --key KEY [--url http://127.0.0.1:4000] [--runs 30]');
  process.exit(1);
}
const api = apiClient(values.url, values.key);
const logos = (await corpusLogos()).filter(({ name }) => name === 'flat' || name === 'flat-png');
restrictLibvips();
const rows: Row[] = [];
for (const logo of logos) rows.push(await measure(api, logo, runs));
console.log(`submit to kit, ${runs} runs each; times in ms\n\n${table(rows)}`);

async function measure(api: ApiClient, logo: CorpusLogo, runs: number): Promise<Row> {
  const logoId = await api.upload(Buffer.from(logo.bytes));
  const product: number[] = [];
  const renderer: number[] = [];
  // The first of each warms up and does not count.
  for (let run = 0; run <= runs; run += 1) {
    // No other run has the name, so nothing that was made before can be taken.
    const recipe = completeRecipe('kit', { name: `Bench ${Date.now()} ${run}` });
    const viaProduct = await time(async () => api.succeeded(await api.submit(logoId, recipe)));
    const direct = await time(() => renderFiles([logo], recipe));
    if (run === 0) continue;
    product.push(viaProduct);
    renderer.push(direct);
  }
  return {
    logo: logo.name,
    'product p50': Math.round(percentile(product, 0.5)),
    'product p95': Math.round(percentile(product, 0.95)),
    'renderer p50': Math.round(percentile(renderer, 0.5)),
    'renderer p95': Math.round(percentile(renderer, 0.95)),
    'ratio p50': ratio(percentile(product, 0.5), percentile(renderer, 0.5)),
    'ratio p95': ratio(percentile(product, 0.95), percentile(renderer, 0.95)),
  };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
