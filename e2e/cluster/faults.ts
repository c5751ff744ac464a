import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { ApiClient } from '../harness/client.ts';
import { keepRunning } from '../harness/command.ts';
import { LOGOS } from '../harness/logos.ts';
import { type RunningPlatform, requireProgramsRolled, until } from './running-platform.ts';

/** What migrations wait for where others run: that number is theirs in every version. */
const MIGRATIONS_LOCK = 7_205_512;

const HELD = `locktype = 'advisory' and objid = ${MIGRATIONS_LOCK} and granted`;

/** What breaks in a platform, and is mended by itself or by the next deploy. */
export function faultTests(platform: RunningPlatform): void {
  const { stack, namespace, pods, sameImages, sql } = platform;

  describe('in which something breaks', () => {
    let api: ApiClient;
    let logoId: string;

    before(async () => {
      api = await platform.api();
      logoId = await api.upload(await LOGOS['a PNG of 2048 pixels']());
    });

    // As the kubelet does to a pod when its node runs out of something: within a second, and its disk is gone. The pressure
    // itself cannot be made without harm to all else that is on the node.
    test('makes what a worker had in hand when its node killed it', async () => {
      const toLogoId = await api.upload(await LOGOS['an SVG icon']());
      // Many frames: several seconds.
      const { id } = await api.client.render({ logoId, toLogoId, recipe: { type: 'morph', duration: 2500, fps: 60 } });
      const state = () => sql(`select state || ' ' || attempt from renders where id = '${id}'`);
      await until('it is made', async () => (await state()) === 'running 1', 60);
      await stack.kubectl('delete pods -l app.kubernetes.io/name=worker --grace-period=1');
      const events = await api.follow(id, 240);
      assert.equal(await state(), 'succeeded 2');
      const told = (kind: string) => events.filter(({ type }) => type === kind).length;
      assert.deepEqual([told('output'), told('succeeded')], [1, 1]);
      const [output] = (await api.read(id)).outputs;
      assert.ok((await api.download(output)).length > 0);
    });

    test('rolls the programs alone when its config changes, and runs migrations again that have failed', async () => {
      const [before, images] = [await pods(), await sameImages()];
      const change = { logLevel: 'warn', migrationDeadlineSeconds: 30 };
      const others = await migrationsOfOthers();
      try {
        // It fails where the engine's plugin waits for the Job to end, and not where that waits for its begin alone.
        await stack.up(change, images);
        await until('the migrations have failed', async () => (await lastMigrations()) === 'Failed');
        assert.equal((await (await platform.api()).raw('/health/ready')).status, 200);
      } finally {
        await sql(`select pg_terminate_backend(pid) from pg_locks where ${HELD}`);
        await others[Symbol.asyncDispose]();
      }
      const mended = await stack.up(change, images);
      assert.equal(mended.code, 0, mended.output);
      assert.match(mended.output, /created anew Job migrations/);
      requireProgramsRolled(before, await pods());
      await until('they have run', async () => (await lastMigrations()) === 'Complete');
    });

    /** Does as if somebody else's took ten minutes. */
    function migrationsOfOthers(): Promise<AsyncDisposable> {
      const steps = [`select 'held' from pg_advisory_lock(${MIGRATIONS_LOCK})`, 'select pg_sleep(600)'];
      const psql = String.raw`PGPASSWORD=\$POSTGRES_PASSWORD exec psql -h 127.0.0.1 -U logomorph`;
      const commands = steps.map((step) => String.raw`-c \"${step}\"`).join(' ');
      return keepRunning(`kubectl -n ${namespace} exec postgres-0 -- sh -c "${psql} ${commands}"`, /held/);
    }

    /** How the newest ones have ended. */
    const lastMigrations = () =>
      stack.kubectl(
        'get jobs -l app.kubernetes.io/name=migrations --sort-by=.metadata.creationTimestamp' +
          " -o jsonpath='{.items[-1:].status.conditions[-1:].type}'",
      );
  });
}
