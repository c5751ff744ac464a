import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { run } from '../harness/command.ts';
import { LOGOS } from '../harness/logos.ts';
import { type ClusterLoad, startLoad } from './cluster-load.ts';
import { type RunningPlatform, requireProgramsRolled, until } from './running-platform.ts';

/** A day of changes and faults of a platform, under a load that must not notice. */
export function lifeTests(platform: RunningPlatform, clients: string, hasKeda: boolean): void {
  const { stack, namespace, pods, replicas, sameImages, sql } = platform;

  describe('that lives', () => {
    let logoId: string;
    let light: ClusterLoad;
    let heavy: ClusterLoad;
    let loads: ClusterLoad[] = [];

    before(async () => {
      logoId = await (await platform.api()).upload(await LOGOS['a PNG of 2048 pixels']());
      assert.equal((await run(`kubectl create namespace ${clients}`)).code, 0);
      const image = await platform.imageOf('api');
      const start = (kind: 'light' | 'heavy') =>
        startLoad(clients, kind, image, `http://api.${namespace}.svc`, platform.key(), logoId);
      [light, heavy] = await Promise.all([start('light'), start('heavy')]);
      loads = [light, heavy];
    });

    after(async () => {
      for (const load of loads) await load[Symbol.asyncDispose]();
    });

    test('rolls another image out under load: no request fails, and what is being rendered is ended', async () => {
      await light.until(({ renders }) => renders > 0);
      const before = await pods();
      const images = await sameImages();
      // Another label makes other images.
      const up = await stack.up({}, '', '--label org.opencontainers.image.revision=other');
      assert.equal(up.code, 0, up.output);
      assert.notEqual(await sameImages(), images);
      await noneFailed();
      requireProgramsRolled(before, await pods());
      assert.equal(await sql('select max(attempt) from renders'), '1', 'renders were begun once each');
    });

    test('adds API pods by the load on them; a deploy leaves their number alone, and mends what was taken away', async () => {
      await until('three API pods', async () => (await replicas('api')) === 3);
      const policies = await stack.kubectl('get networkpolicies -o name');
      await stack.kubectl(`delete ${policies.split('\n').find((name) => name.includes('default-deny'))}`);
      const up = await stack.up({ serviceMaxReplicas: 4 }, await sameImages());
      assert.equal(up.code, 0, up.output);
      assert.match(up.output, /updated HorizontalPodAutoscaler api/);
      assert.match(up.output, /created NetworkPolicy default-deny/);
      assert.doesNotMatch(up.output, /Deployment/);
      assert.ok((await replicas('api')) >= 3);
      assert.match(await stack.kubectl('get networkpolicies -o name'), /default-deny/);
    });

    test('lets one API pod go after the other while nodes are emptied, and no more', async () => {
      await until('all API pods ready', async () => {
        const lines = await stack.kubectl('get pods -l app.kubernetes.io/name=api --no-headers');
        return lines.split('\n').every((line) => / 1\/1 +Running /.test(line));
      });
      const names = (await pods()).get('api') ?? [];
      const refused: string[] = [];
      for (const name of names) {
        const eviction = JSON.stringify({ apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } });
        const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`;
        const { code, output } = await run(`printf %s '${eviction}' | kubectl create --raw ${path} -f -`, 30);
        if (code !== 0) refused.push(output);
      }
      assert.ok(refused.length > 0 && refused.length < names.length, `${refused.length} of ${names.length}`);
      for (const text of refused) assert.match(text, /disruption budget/);
    });

    test('refuses a release that does not come up, says why, and serves on', async () => {
      const images = await sameImages();
      const broken = images.replace(/--service-image \S+/, '--service-image logomorph/service:not-there');
      // Nothing comes up, so there is nothing to be patient with.
      const up = await stack.up({ rolloutDeadlineSeconds: 30, migrationDeadlineSeconds: 30 }, broken);
      assert.notEqual(up.code, 0);
      assert.match(
        up.output,
        /logomorph: (api|migrations): (ErrImagePull|ImagePullBackOff): .*logomorph\/service:not-there/,
      );
      await noneFailed();
      const mended = await stack.up({}, images);
      assert.equal(mended.code, 0, mended.output);
    });

    test('scales with the work: workers come by what waits, and go with the API pods when it is done, without a loss', async () => {
      loads = [light];
      await heavy[Symbol.asyncDispose]();
      const api = await platform.api();
      const asked = await Promise.all(
        Array.from({ length: 40 }, (_, n) => api.renderOf(logoId, { type: 'kit', name: `Many ${n}` })),
      );
      if (hasKeda) await until('two workers', async () => (await replicas('worker')) === 2);
      await until('all are rendered', async () => {
        const open =
          "select count(*) from renders where state in ('queued', 'running') and recipe->>'name' like 'Many%'";
        return (await sql(open)) === '0';
      });
      if (hasKeda) await until('one worker again', async () => (await replicas('worker')) === 1);
      await until('two API pods again', async () => (await replicas('api')) === 2);
      await noneFailed();
      const after = await platform.api();
      for (const { id } of asked) assert.equal((await after.read(id)).state, 'succeeded');
    });

    /** Requests and renders go on, and all is well with them. */
    async function noneFailed(): Promise<void> {
      const since = await light.counts();
      await light.until(({ ok, renders }) => ok > since.ok + 20 && renders > since.renders);
      for (const load of loads) {
        const { failed, failures } = await load.counts();
        assert.equal(failed, 0, failures.join('\n'));
      }
    }
  });
}
