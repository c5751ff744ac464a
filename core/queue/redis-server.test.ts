import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { connectRateStore } from '../rate-store/connect.ts';
import { silent } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { listen } from '../testing/listen.ts';
import { until } from '../testing/until.ts';
import { connectQueue, consumeJobs } from './connect.ts';
import { requireFitRedis, takesNoWrites } from './redis-server.ts';

// biome-ignore lint/style/noProcessEnv: where a real Redis is, is told this way
const { E2E_REDIS_URL: redisUrl, CI } = process.env;
const noRedis = redisUrl === undefined && CI !== 'true' && 'E2E_REDIS_URL is not set: no Redis to test with';

/** Seconds, more than a busy machine needs. */
const PATIENT = 10;

test('a Redis that is a replica, or throws jobs away, is not fit, and a replica is not stayed with', async () => {
  const left: boolean[] = [];
  const telling = (info: string) => ({ info: async () => info, disconnect: (anew: boolean) => void left.push(anew) });
  await requireFitRedis(telling('role:master\r\nmaxmemory_policy:noeviction\r\n'));
  await requireFitRedis(telling('role:master\r\n'));
  await assert.rejects(requireFitRedis(telling('role:master\r\nmaxmemory_policy:allkeys-lru\r\n')), /allkeys-lru/);
  assert.deepEqual(left, []);
  await assert.rejects(requireFitRedis(telling('role:slave\r\nmaxmemory_policy:noeviction\r\n')), { name: 'Unfit' });
  assert.deepEqual(left, [true]);
});

test('a Redis that becomes a replica refuses in several ways', () => {
  for (const refusal of [
    "READONLY You can't write against a read only replica.",
    "ERR Error running script (call to f_1): @user_script:1: @user_script: 1: -READONLY You can't write against a replica",
    'LOADING Redis is loading the dataset in memory',
    "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
  ])
    assert.ok(takesNoWrites(new Error(refusal)), refusal);
  assert.equal(takesNoWrites(new Error('WRONGTYPE Operation against a key holding the wrong kind of value')), false);
});

test('connections to a Redis that is the primary no more are left for the primary', { skip: noRedis }, async (t) => {
  const way = await wayToRedis(t);
  const replica = createServer(answerAsReplica);
  way.leadTo(await listen(t, replica));
  const config = { redisUrl: `redis://127.0.0.1:${way.port}`, databaseUrl: 'postgres://unused' };
  const queue = connectQueue(config, silent);
  const rates = connectRateStore(config, silent, PATIENT);
  const id = crypto.randomUUID();
  const { promise: brought, resolve } = Promise.withResolvers<void>();
  const consumer = consumeJobs(config, async ({ renderId }) => (renderId === id ? resolve() : undefined), silent);
  defer(t, () => Promise.all([queue.close(), rates.close(), consumer.close()]));
  await assert.rejects(queue.add([{ id, run: 1 }]), /READONLY/);
  await assert.rejects(rates.count('k', 1), /READONLY/);
  way.leadTo(undefined);
  await untilDone(() => queue.add([{ id, run: 1 }]));
  await untilDone(() => rates.count('k', 1));
  await brought;
});

test('a Redis that went without a word is left', { skip: noRedis }, async (t) => {
  const way = await wayToRedis(t);
  const rates = connectRateStore(
    { redisUrl: `redis://127.0.0.1:${way.port}`, databaseUrl: 'postgres://unused' },
    silent,
    PATIENT,
  );
  defer(t, () => rates.close());
  await rates.count('k', 1);
  way.fallSilent();
  await assert.rejects(rates.count('k', 1));
  await untilDone(() => rates.count('k', 1));
});

/** A way to the real Redis, or to a port of this machine, for connections that are made from then on. */
async function wayToRedis(t: TestContext) {
  const real = new URL(redisUrl ?? '');
  const ofReal = { host: real.hostname, port: Number(real.port || 6379) };
  let target = ofReal;
  const ends: [Socket, Socket][] = [];
  const server = createServer((near) => {
    const far = connect(target);
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
    ends.push([near, far]);
  });
  defer(t, () => ends.flat().forEach((socket) => void socket.destroy()));
  return {
    port: await listen(t, server),
    leadTo: (port: number | undefined) => {
      target = port === undefined ? ofReal : { host: '127.0.0.1', port };
    },
    fallSilent: () => {
      for (const [near, far] of ends.splice(0)) {
        far.unpipe(near);
        near.unpipe(far).resume();
        far.destroy();
      }
    },
  };
}

/** Speaks as a replica does: it tells of itself, and refuses what is asked. Each command comes alone, or begins with `*`. */
function answerAsReplica(socket: Socket): void {
  const info = 'role:slave\r\nredis_version:7.0.0\r\nmaxmemory_policy:noeviction\r\n';
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    for (const command of chunk
      .toString()
      .split(/^\*\d+\r\n/m)
      .slice(1)) {
      if (/^\$4\r\ninfo\r\n/i.test(command)) socket.write(`$${info.length}\r\n${info}\r\n`);
      else if (/^\$6\r\nclient\r\n/i.test(command)) socket.write('+OK\r\n');
      else if (/^\$5\r\nhello\r\n/i.test(command)) socket.write("-ERR unknown command 'hello'\r\n");
      else socket.write("-READONLY You can't write against a read only replica.\r\n");
    }
  });
}

/** Does it again until it is done. */
function untilDone(work: () => Promise<unknown>): Promise<void> {
  return until(() =>
    work().then(
      () => true,
      () => false,
    ),
  );
}
