import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import { layGround, listening } from './api/service.ts';
import { apiClient } from './client.ts';
import type { Footprint, Measured } from './footprint/footprint.ts';
import { each, look } from './footprint/look.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { stayOnCore } from './harness/pinned-process.ts';
import { type Row, table } from './harness/table.ts';

// What one render takes of each part that can be full: CPU of the worker, the API and Postgres, commits, write-ahead log and
// space there, objects and their bytes, and commands of Redis where `BENCH_REDIS_URL` names one that nobody else uses.
// `--keep 1` keeps the figures, which docs/scale.md is computed from.
const { logos, core, more } = await benchOptions({ renders: 40, keep: 0 });
const { renders = 0, keep } = more;
// biome-ignore lint/style/noProcessEnv: the operator says here whether there is a Redis
const redisUrl = process.env.BENCH_REDIS_URL;

/** Each has a field that no other has, so nothing that was made before can be taken. */
const RECIPES: Readonly<Record<string, (at: number) => Recipe>> = {
  picture: (at) => completeRecipe('variant', { format: 'png', width: 256 + at }),
  kit: (at) => completeRecipe('kit', { name: `Bench ${at}` }),
};

/** How many are made before anything counts. */
const WARM = 2;

await withFolder(async (folder) => {
  stayOnCore(core);
  await using ground = await layGround(folder);
  const env = { ...ground.env, ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }) };
  await using service = await listening('../../service/main.ts', env, core);
  await using worker = await listening('../../worker/main.ts', env, core + 1);
  const { db, tenantId } = ground;
  const objectFolder = join(folder, 'objects');
  const site = { db, tenantId, objectFolder, service: service.pid, worker: worker.pid, redisUrl };
  const api = apiClient(service.url, ground.key);
  const footprints: Footprint[] = [];
  for (const logo of logos) {
    const logoId = await api.upload(Buffer.from(logo.bytes));
    for (const [recipe, recipeOf] of Object.entries(RECIPES)) {
      const make = async (from: number, to: number) => {
        const ids: string[] = [];
        for (let at = from; at < to; at += 1) ids.push(await api.submit(logoId, recipeOf(at)));
        for (const id of ids) await api.firstFile(id);
      };
      await make(0, WARM);
      const before = await look(site);
      const start = performance.now();
      await make(WARM, WARM + renders);
      const wall = Number(((performance.now() - start) / renders).toFixed(2));
      footprints.push({ logo: logo.name, recipe, wall, ...each(before, await look(site), renders) });
    }
  }
  console.log(`${renders} renders each; what one of them takes\n\n${table(footprints.map(rowOf))}`);
  const measured: Measured = { on: new Date().toISOString().slice(0, 10), renders, footprints };
  if (keep)
    await writeFile(new URL('footprint/measured.json', import.meta.url), `${JSON.stringify(measured, null, 2)}\n`);
});

function rowOf(one: Footprint): Row {
  return {
    logo: one.logo,
    recipe: one.recipe,
    'wall ms': one.wall.toFixed(0),
    'worker CPU ms': one.workerCpu.toFixed(1),
    'API CPU ms': one.apiCpu.toFixed(1),
    'Postgres CPU ms': one.postgresCpu.toFixed(1),
    commits: one.commits.toFixed(1),
    'log KB': (one.walBytes / 1000).toFixed(1),
    'rows KB': (one.rowBytes / 1000).toFixed(1),
    objects: one.objects.toFixed(1),
    'objects KB': (one.objectBytes / 1000).toFixed(1),
    ...(redisUrl !== undefined && {
      'Redis commands': one.redisCommands.toFixed(1),
      'Redis KB': (one.redisBytes / 1000).toFixed(1),
      'Redis CPU ms': one.redisCpu.toFixed(2),
    }),
  };
}
