import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, Queue } from 'bullmq';
import { LOGOS } from '../../harness/logos.ts';
import { noSite, type Site, startSite } from '../parts/site.ts';
import type { Scenario } from '../scenario.ts';

/** The queue brings each job again: while it is being done, and when it is over. */
export const deliveredTwice: Scenario = {
  name: 'delivered-twice',
  skip: noSite,
  async run({ thorough, redisDatabase }) {
    await using site = await startSite({ redisDatabase });
    const { ledger } = site;
    const queue = openQueue(site);
    let jobs = 0;
    const again = async (renderId: string) => {
      jobs += 1;
      await queue.add(
        'render',
        { v: 1, renderId, run: 1 },
        { jobId: `again-${jobs}`, attempts: 10, removeOnComplete: true },
      );
    };
    const logoId = await ledger.upload(await LOGOS['an SVG icon']());
    const ids: string[] = [];
    for (let n = 0; n < (thorough ? 100 : 25); n += 1) {
      const recipe = n % 5 === 0 ? { type: 'palette' } : { type: 'variant', width: 16 + n };
      const id = await ledger.submit(logoId, recipe);
      ids.push(id);
      await Promise.all([again(id), again(id)]);
    }
    await ledger.settled();
    for (const id of ids) await again(id);
    const counts = () => queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed');
    while (Object.values(await counts()).some((count) => count > 0)) await sleep(100);
    await queue.close();
    return { broken: `${jobs} jobs added`, ...(await ledger.check()) };
  },
};

function openQueue({ env, redis }: Site): Pick<Queue, 'add' | 'getJobCounts' | 'close'> {
  if (redis !== undefined)
    return new Queue('renders', { connection: { url: env.REDIS_URL ?? '' }, prefix: '{logomorph}' });
  const connection = { connectionString: env.DATABASE_URL ?? '', schema: 'bullmq' };
  return new Queue('renders', { connection }, createPostgresBackend);
}
