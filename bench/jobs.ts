import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from '@logomorph/core/database/schema.ts';
import Type from 'typebox';
import Value from 'typebox/value';
import { layGround } from './api/service.ts';
import { workOf } from './footprint/database.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { startPinned, stayOnCore } from './harness/pinned-process.ts';
import { median } from './harness/statistics.ts';
import { type Row, ratio, table } from './harness/table.ts';

// Jobs a second from the wish to the end when the work is nothing: whole renders of the product without their pictures, the
// way of its jobs alone, the least that is done for a job that is kept in Postgres, and BullMQ alone; on the queue in
// Postgres, and on that in a Redis where `BENCH_REDIS_URL` names one. A process on one core does all, but for the servers.
const { runs, core, more } = await benchOptions({ jobs: 500 });
const { jobs = 0 } = more;
// biome-ignore lint/style/noProcessEnv: the operator says here whether there is a Redis
const redisUrl = process.env.BENCH_REDIS_URL;
const SIDES = { ours: 'renders', transport: 'transport', least: 'least', raw: 'BullMQ' } as const;
const NAMES = ['ours', 'transport', 'least', 'raw'] as const;
const Told = Type.Object({ milliseconds: Type.Number(), cpu: Type.Number() });

/** What a job took in a turn, in milliseconds: of CPU in the side's process and in Postgres; how many were done a second. */
interface Turn {
  perSecond: number;
  cpu: number;
  postgresCpu: number;
}

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
    const turns = {
      ours: Array.of<Turn>(),
      transport: Array.of<Turn>(),
      least: Array.of<Turn>(),
      raw: Array.of<Turn>(),
    };
    for (let run = 0; run < runs; run++) {
      for (const side of [...NAMES, ...NAMES.toReversed()]) turns[side].push(await measure(ground.db, side, job));
    }
    const middle = (side: keyof typeof SIDES, of: keyof Turn) => median(turns[side].map((turn) => turn[of]));
    for (const side of NAMES) {
      rows.push({
        queue: redis === null ? 'Postgres' : 'Redis',
        side: SIDES[side],
        'a second': middle(side, 'perSecond').toFixed(0),
        ratio: ratio(middle(side, 'perSecond'), middle('raw', 'perSecond')),
        'CPU ms a job': middle(side, 'cpu').toFixed(2),
        'of Postgres': middle(side, 'postgresCpu').toFixed(2),
      });
    }
  }
  console.log(`${jobs} jobs a turn\n\n${table(rows)}`);
});

async function measure(db: Database, side: string, job: string): Promise<Turn> {
  const before = await postgresCpu(db);
  const child = startPinned(fileURLToPath(new URL(`jobs/${side}.ts`, import.meta.url)), [job], core);
  const exit = once(child, 'exit');
  const ended = exit.then(([code]) => Promise.reject(new Error(`${side} ended with ${code}`)));
  ended.catch(() => {});
  const [message] = await Promise.race([once(child, 'message'), ended]);
  await exit;
  const { milliseconds, cpu } = Value.Parse(Told, message);
  const postgres = (await postgresCpu(db)) - before;
  return { perSecond: (jobs / milliseconds) * 1000, cpu: cpu / jobs, postgresCpu: postgres / jobs };
}

/** Milliseconds that Postgres has used; not a number where the system does not tell. */
async function postgresCpu(db: Database): Promise<number> {
  return (await workOf(db).catch(() => undefined))?.cpu ?? Number.NaN;
}
