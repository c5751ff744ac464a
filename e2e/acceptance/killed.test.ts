import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allSucceed, renderersOf, submitWork, until, workersOf } from '../harness/accepted-work.ts';
import { childrenOf } from '../harness/processes.ts';
import { embedded, servers } from '../harness/profiles.ts';
import { useProduct } from '../harness/use-product.ts';

for (const profile of [embedded, servers(1)]) {
  describe(`work that was accepted is finished (${profile.name})`, { skip: profile.skip }, () => {
    const run = useProduct(profile);

    test('when the API is killed', async () => {
      const { api, product } = run();
      const ids = await submitWork(api);
      for (const pid of childrenOf(product.pid, 'service/main.ts')) process.kill(pid, 'SIGKILL');
      await allSucceed(api, ids);
    });

    test('when a worker is killed in the middle of it', async () => {
      const { api, product } = run();
      const ids = await submitWork(api);
      await until(async () => (await api.read(ids[0] ?? '')).state !== 'queued');
      for (const pid of workersOf(product)) process.kill(pid, 'SIGKILL');
      await allSucceed(api, ids);
    });

    test('when the process that renders is killed in the middle of it, as for want of memory', async () => {
      const { api, product } = run();
      const ids = await submitWork(api);
      await until(async () => (await api.read(ids[0] ?? '')).state !== 'queued');
      const workers = workersOf(product);
      for (const pid of renderersOf(product)) process.kill(pid, 'SIGKILL');
      await allSucceed(api, ids);
      assert.deepEqual(workersOf(product), workers, 'the worker lived');
    });
  });
}
