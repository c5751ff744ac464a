import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchOptions, withFolder } from './harness/options.ts';
import { startPinned } from './harness/pinned-process.ts';
import type { Usage } from './harness/server-side.ts';
import { median, percentile } from './harness/statistics.ts';
import { megabytes, type Row, ratio, table } from './harness/table.ts';
import { transformSources } from './transforms/sources.ts';

// Transforms over HTTP: the server of ipx and one around our renderer, on one core, `--clients` requests at a time
// from this process. Each request asks for another width, so that nothing can be cached.
const { runs, core, more } = await benchOptions({ requests: 64, clients: 4 }, 1);
const { requests = 0, clients = 0 } = more;

interface Server {
  name: string;
  program: string;
  address: (name: string, width: number) => string;
  /** A number a round. */
  perSecond: number[];
  cpu: number[];
  /** Milliseconds of each request. */
  walls: number[];
  peakRss: number;
}

const servers = [
  server('ipx', 'peers/ipx-server.js', (name, width) => `/s_${width}x${width},fit_inside,f_webp,q_80,enlarge/${name}`),
  server('ours', 'sides/renderer-server.ts', (name, width) => `/${width}/webp/80/${name}`),
];

await withFolder(async (folder) => {
  const sources = await transformSources();
  const names: string[] = [];
  for (const { name, sources: pictures } of Object.values(sources)) {
    if (name.endsWith('.gif')) continue; // by default ipx takes its first frame, ours all
    names.push(name);
    for (const { bytes } of pictures) await writeFile(join(folder, name), bytes);
  }
  for (let run = 0; run < runs; run++) {
    for (const one of [...servers, ...servers.toReversed()]) await round(one, folder, names);
  }
  const [baseline] = servers;
  if (!baseline) return;
  const rows = servers.map((one) => rowOf(one, baseline));
  console.log(`WebP q80 of ${names.join(', ')}; ${clients} clients, ${requests} requests a round\n\n${table(rows)}`);
});

function server(name: string, program: string, address: Server['address']): Server {
  const path = fileURLToPath(new URL(program, import.meta.url));
  return { name, program: path, address, perSecond: [], cpu: [], walls: [], peakRss: 0 };
}

async function round(one: Server, folder: string, names: readonly string[]): Promise<void> {
  const child = startPinned(one.program, [folder], core);
  try {
    await measure(one, child, names);
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}

type Child = ReturnType<typeof startPinned>;

async function measure(one: Server, child: Child, names: readonly string[]): Promise<void> {
  const [ready]: { port: number }[] = await once(child, 'message');
  const get = async (at: number, width: number) => {
    const answer = await fetch(`http://127.0.0.1:${ready?.port}${one.address(names[at % names.length] ?? '', width)}`);
    if (!answer.ok) throw new Error(`${one.name} answers ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  };
  for (const at of names.keys()) await get(at, 400);
  const before = await usage(child);
  const start = performance.now();
  let next = 0;
  const client = async () => {
    for (let at = next++; at < requests; at = next++) {
      const asked = performance.now();
      await get(at, 440 + at);
      one.walls.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  one.perSecond.push(requests / ((performance.now() - start) / 1000));
  const after = await usage(child);
  one.cpu.push((after.cpu - before.cpu) / requests);
  one.peakRss = Math.max(one.peakRss, after.peakRss);
}

async function usage(child: Child): Promise<Usage> {
  child.send('usage');
  const [answer]: Usage[] = await once(child, 'message');
  if (!answer) throw new Error('A server does not tell its usage');
  return answer;
}

function rowOf(one: Server, baseline: Server): Row {
  return {
    server: one.name,
    'requests a second': median(one.perSecond).toFixed(1),
    ratio: ratio(median(one.perSecond), median(baseline.perSecond)),
    'CPU ms a request': median(one.cpu).toFixed(0),
    'CPU ratio': ratio(median(one.cpu), median(baseline.cpu)),
    'wall p50': Math.round(percentile(one.walls, 0.5)),
    'wall p95': Math.round(percentile(one.walls, 0.95)),
    'peak RSS MB': megabytes(one.peakRss),
  };
}
