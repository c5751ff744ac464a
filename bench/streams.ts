import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { residentBytes } from '@logomorph/worker/render-process/resident-memory.ts';
import { corpusLogos } from '@logomorph/worker/renderer/testing/corpus.ts';
import { layGround, listening } from './api/service.ts';
import { cpuOf } from './api/usage.ts';
import { apiClient } from './client.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { percentile } from './harness/statistics.ts';
import { megabytes, table } from './harness/table.ts';

// What open event streams cost an API process: memory, CPU while nothing happens, and how soon others are answered.
const { core, more } = await benchOptions({ streams: 1000 });
const { streams = 0 } = more;

/** Seconds in which memory may settle, and in which CPU is counted. */
const SETTLE = 10;

await withFolder(async (folder) => {
  await using ground = await layGround(folder);
  await using service = await listening('../../service/main.ts', ground.env, core);
  const api = apiClient(service.url, ground.key);
  const logo = (await corpusLogos()).find(({ name }) => name === 'flat');
  const logoId = await api.upload(Buffer.from(logo?.bytes ?? []));
  const recipe = completeRecipe('variant', { format: 'png', width: 64 });
  const renders: string[] = [];
  for (let at = 0; at < streams; at++) renders.push(await api.submit(logoId, recipe));
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  await sleep(SETTLE * 1000);
  const before = { rss: residentBytes(service.pid), cpu: await idleCpu(service.pid) };
  for (const id of renders) await open(`${service.url}/v1/renders/${id}/events`, ground.key, agent);
  await sleep(SETTLE * 1000);
  const after = { rss: residentBytes(service.pid), cpu: await idleCpu(service.pid) };
  const walls = await healthWalls(service.url);
  agent.destroy();
  const row = {
    streams,
    'MB before': megabytes(before.rss),
    'MB more': megabytes(after.rss - before.rss),
    'KB a stream': ((after.rss - before.rss) / streams / 1000).toFixed(1),
    'CPU % before': before.cpu.toFixed(1),
    'CPU % then': after.cpu.toFixed(1),
    'health p95 ms': percentile(walls, 0.95).toFixed(1),
  };
  console.log(table([row]));
});

/** Opens a stream and resolves when its first bytes are there. */
function open(url: string, key: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { authorization: `Bearer ${key}` } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`a stream was answered with ${answer.statusCode}`));
      answer.once('data', () => resolve());
      answer.on('error', () => {});
    });
    request.on('error', reject);
  });
}

/** Percent of a core that a process uses. */
async function idleCpu(pid: number): Promise<number> {
  const before = await cpuOf(pid);
  await sleep(SETTLE * 1000);
  return ((await cpuOf(pid)) - before) / (SETTLE * 10);
}

async function healthWalls(url: string): Promise<number[]> {
  const walls: number[] = [];
  for (let asked = 0; asked < 200; asked++) {
    const start = performance.now();
    await (await fetch(`${url}/health`)).arrayBuffer();
    walls.push(performance.now() - start);
  }
  return walls;
}
