import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Type from 'typebox';
import Value from 'typebox/value';
import { layGround } from './api/service.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { startPinned, stayOnCore } from './harness/pinned-process.ts';
import { median } from './harness/statistics.ts';
import { type Row, ratio, table } from './harness/table.ts';

// Jobs a second from the wish to the end when the work is nothing: whole renders of the product without their pictures, the
// way of its jobs alone, and BullMQ alone; on the queue in Postgres, and on that in a Redis where `BENCH_REDIS_URL` names
// one. A process on one core does all, but for the servers.
const { runs, core, more } = await benchOptions({ jobs: 500 });
const { jobs = 0 } = more;
// biome-ignore lint/style/noProcessEnv: the operator says here whether there is a Redis
const redisUrl = process.env.BENCH_REDIS_URL;
const SIDES = ['ours', 'transport', 'raw', 'raw', 'transport', 'ours'] as const;
const Told = Type.Object({ milliseconds: Type.Number() });

await withFolder(async (folder) => {
  stayOnCore(core + 1);
  await using ground = await layGround(folder);
  const rows: Row[] = [];
  for (const redis of redisUrl === undefined ? [null] : [null, redisUrl]) {
    const job = JSON.stringify({
      count: jobs,
      databaseUrl: ground.databaseUrl,
      redisUrl: redis,
      objects: join(folder, 'objects'),
    });
    const perSecond = { ours: Array.of<number>(), transport: Array.of<number>(), raw: Array.of<number>() };
    for (let run = 0; run < runs; run++) {
      for (const side of SIDES) perSecond[side].push(await measure(side, job));
    }
    rows.push({
      queue: redis === null ? 'Postgres' : 'Redis',
      'renders a second': median(perSecond.ours).toFixed(0),
      'transport a second': median(perSecond.transport).toFixed(0),
      'BullMQ a second': median(perSecond.raw).toFixed(0),
      'ratio of renders': ratio(median(perSecond.ours), median(perSecond.raw)),
      'ratio of transport': ratio(median(perSecond.transport), median(perSecond.raw)),
    });
  }
  console.log(`${jobs} jobs a turn\n\n${table(rows)}`);
});

async function measure(side: string, job: string): Promise<number> {
  const child = startPinned(fileURLToPath(new URL(`jobs/${side}.ts`, import.meta.url)), [job], core);
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${side} ended with ${code}`)));
  ended.catch(() => {});
  const [told] = await Promise.race([once(child, 'message'), ended]);
  return (jobs / Value.Parse(Told, told).milliseconds) * 1000;
}
