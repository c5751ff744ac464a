import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { corpusLogos } from '@logomorph/worker/renderer/testing/corpus.ts';
import { burst, type Shot } from './api/load.ts';
import { type Ground, layGround, listening } from './api/service.ts';
import { cpuOf } from './api/usage.ts';
import { apiClient } from './client.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { stayOnCore } from './harness/pinned-process.ts';
import { median } from './harness/statistics.ts';
import { type Row, ratio, table } from './harness/table.ts';

// Requests a second of the API against Fastify that does the least of the same, by turns. The servers have one core, the
// load and Postgres the other.
const { runs, core, more } = await benchOptions({ seconds: 5, connections: 64 });
const { seconds = 0, connections = 0 } = more;

/** Of the rate at which the server is full, what it gets while it is measured how long answers take. */
const SHARE = 0.8;

interface Case {
  name: string;
  ours: Shot;
  bare: Shot;
}

await withFolder(async (folder) => {
  stayOnCore(core + 1);
  await using ground = await layGround(folder);
  await using service = await listening('../../service/main.ts', ground.env, core);
  await using bare = await listening('./bare-fastify.ts', ground.env, core);
  const rows: Row[] = [];
  const calm: Row[] = [];
  for (const one of await cases(ground, service.url, bare.url)) {
    const { row, perSecond } = await measure(one, { ours: service.pid, bare: bare.pid });
    rows.push(row);
    calm.push(await belowFull(one, perSecond * SHARE, service.url));
  }
  console.log(`${connections} connections, ${runs * 2} turns of ${seconds} s each\n\n${table(rows)}`);
  console.log(
    `\nat ${SHARE * 100} % of the rate at which it is full, and /health asked 20 times a second\n\n${table(calm)}`,
  );
});

async function cases({ key }: Ground, service: string, bare: string): Promise<Case[]> {
  const api = apiClient(service, key);
  const logo = (await corpusLogos()).find(({ name }) => name === 'flat');
  const logoId = await api.upload(Buffer.from(logo?.bytes ?? []));
  const recipe = completeRecipe('variant', { format: 'png', width: 64 });
  const renderId = await api.submit(logoId, recipe);
  const headers = { authorization: `Bearer ${key}` };
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ logoId, recipe: { type: 'variant', format: 'png', width: 64 } });
  return [
    { name: 'GET /health', ours: { url: `${service}/health` }, bare: { url: `${bare}/hello` } },
    {
      name: 'GET a render',
      ours: { url: `${service}/v1/renders/${renderId}`, headers },
      bare: { url: `${bare}/renders/${renderId}` },
    },
    {
      name: 'POST a render',
      ours: { url: `${service}/v1/renders`, method: 'POST', headers: { ...headers, ...json }, body },
      bare: { url: `${bare}/renders`, method: 'POST', headers: json, body },
    },
  ];
}

/** What one side has come to: a number a turn. */
interface Side {
  shot: Shot;
  pid: number;
  perSecond: number[];
  /** Microseconds of CPU a request. */
  cpu: number[];
  p95: number[];
}

async function measure({ name, ours, bare }: Case, pids: { ours: number; bare: number }) {
  const side = (shot: Shot, pid: number): Side => ({ shot, pid, perSecond: [], cpu: [], p95: [] });
  const [us, them] = [side(ours, pids.ours), side(bare, pids.bare)];
  for (const { shot } of [us, them]) await burst(shot, { seconds: 2, connections });
  for (let run = 0; run < runs; run++) {
    for (const one of [us, them, them, us]) await turn(one);
  }
  const row: Row = {
    request: name,
    'ours a second': median(us.perSecond).toFixed(0),
    'bare a second': median(them.perSecond).toFixed(0),
    ratio: ratio(median(us.perSecond), median(them.perSecond)),
    'CPU µs ours': median(us.cpu).toFixed(0),
    'CPU µs bare': median(them.cpu).toFixed(0),
    'by CPU': ratio(median(them.cpu), median(us.cpu)),
    'p95 ms': median(us.p95).toFixed(1),
  };
  return { row, perSecond: median(us.perSecond) };
}

async function belowFull({ name, ours }: Case, rate: number, service: string): Promise<Row> {
  const probe = { url: `${service}/health` };
  const [calls, health] = await Promise.all([
    burst(ours, { seconds: seconds * 2, connections, rate }),
    burst(probe, { seconds: seconds * 2, connections: 1, rate: 20 }),
  ]);
  return {
    request: name,
    'a second': calls.perSecond.toFixed(0),
    'p50 ms': calls.p50.toFixed(1),
    'p95 ms': calls.p95.toFixed(1),
    'health p95 ms': health.p95.toFixed(1),
  };
}

async function turn(side: Side): Promise<void> {
  const before = await cpuOf(side.pid);
  const { perSecond, p95 } = await burst(side.shot, { seconds, connections });
  side.perSecond.push(perSecond);
  side.p95.push(p95);
  side.cpu.push((((await cpuOf(side.pid)) - before) * 1000) / (perSecond * seconds));
}
