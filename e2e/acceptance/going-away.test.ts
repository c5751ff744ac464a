import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import sharp from 'sharp';
import { allSucceed, renderersOf, submitWork, until, workersOf } from '../harness/accepted-work.ts';
import { LOGOS } from '../harness/logos.ts';
import { childrenOf } from '../harness/processes.ts';
import { embedded, queueInPostgres, servers } from '../harness/profiles.ts';
import { useProduct } from '../harness/use-product.ts';

const real = servers(2);

describe('an API that is killed between commit and enqueue', { skip: queueInPostgres.skip }, () => {
  const run = useProduct(queueInPostgres);

  test('enqueues after its restart', async (t) => {
    const { api, product, env } = run();
    const database = new Client({ connectionString: env.DATABASE_URL });
    t.after(() => database.end());
    await database.connect();
    // The queue makes its tables by itself, perhaps after the API is ready.
    const table = "select from pg_tables where schemaname = 'bullmq' and tablename = 'job'";
    await until(async () => (await database.query(table)).rowCount === 1);
    // While the queue's table is locked, a render can be committed and not be enqueued.
    await database.query('begin; lock table bullmq.job in access exclusive mode');
    const ids = await submitWork(api);
    const { rows } = await database.query('select count(*)::int as waiting from renders where enqueued_at is null');
    assert.deepEqual(rows, [{ waiting: ids.length }]);
    for (const pid of childrenOf(product.pid, 'service/main.ts')) process.kill(pid, 'SIGKILL');
    await database.query('rollback');
    await allSucceed(api, ids);
  });
});

describe('a Redis that loses everything', { skip: real.skip }, () => {
  const run = useProduct(real);

  test('loses no work', async (t) => {
    const { api, env } = run();
    const redis = new Redis(env.REDIS_URL ?? '');
    t.after(() => redis.disconnect());
    const ids = await submitWork(api);
    await until(async () => (await api.read(ids[0] ?? '')).state === 'succeeded');
    await redis.flushdb();
    assert.equal((await api.read(ids.at(-1) ?? '')).state, 'queued', 'the flush came in the middle');
    await allSucceed(api, ids);
  });
});

describe('a picture that cannot be stopped', () => {
  const run = useProduct({ ...embedded, environment: async () => ({ RENDER_TIMEOUT_SECONDS: '2' }) });

  test('fails at the end of its time, and the worker lives and makes the next render', async () => {
    const { api, product } = run();
    const workers = workersOf(product);
    const renderers = renderersOf(product);
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const picture = sharp({ create: { width: 500, height: 500, channels: 3, background: '#000', noise } });
    // It takes a minute inside of an encoder.
    const costly = { type: 'variant', format: 'avif', width: 4096, height: 4096, fit: 'fill', effort: 'high' } as const;
    const bad = await api.renderOf(await api.upload(Buffer.from(await picture.png().toBuffer())), costly);
    const icon = await api.upload(await LOGOS['an SVG icon']());
    const good = await api.renderOf(icon, { type: 'variant', width: 64 });
    await api.follow(bad.id);
    assert.equal((await api.read(bad.id)).error?.type, 'urn:logomorph:problem:render-timeout');
    assert.equal((await api.follow(good.id)).at(-1)?.type, 'succeeded');
    assert.deepEqual(workersOf(product), workers, 'the worker lived');
    assert.notDeepEqual(renderersOf(product), renderers, 'what rendered was ended');
  });
});

describe('a database that goes away', () => {
  const run = useProduct(embedded);

  test('is told as unavailable, and used again once it is back', async () => {
    const { api, product } = run();
    const service = childrenOf(product.pid, 'service/main.ts');
    const ids = await submitWork(api);
    const [postgres] = childrenOf(product.pid, 'postgres');
    assert.ok(postgres);
    // The launcher would start it again, perhaps before the first question.
    process.kill(product.pid, 'SIGSTOP');
    process.kill(postgres, 'SIGKILL');
    // The server processes behind open connections live on for a moment.
    await until(async () => (await api.raw('/v1/renders')).status === 503);
    assert.match(await (await api.raw('/v1/renders')).text(), /urn:logomorph:problem:unavailable/);
    await until(async () => (await api.raw('/health/ready')).status === 503);
    assert.equal((await api.raw('/health')).status, 200);
    process.kill(product.pid, 'SIGCONT');
    await until(async () => (await api.raw('/health/ready')).status === 200);
    await allSucceed(api, ids);
    assert.deepEqual(childrenOf(product.pid, 'service/main.ts'), service, 'the API process lived');
  });
});
