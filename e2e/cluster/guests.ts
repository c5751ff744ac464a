import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ApiClient, apiClient } from '../harness/client.ts';
import { run } from '../harness/command.ts';
import { LOGOS } from '../harness/logos.ts';
import type { RunningPlatform } from './running-platform.ts';
import { clusterStack } from './stack.ts';

/** Stacks of pull requests in the cluster of a platform, and in its data stores. */
export function guestTests(host: RunningPlatform): void {
  const HOST = host.stack.name;
  const small = { serviceMinReplicas: 1, serviceMinAvailable: 0, serviceMaxReplicas: 2, prometheus: 'false' };
  const guest = (name: string, expires: string) =>
    clusterStack(name, name, { ...small, workerReplicas: 1, grafana: 'false', hostStack: HOST, expires });
  const lasting = guest('pr-9001', '2999-12-31');
  const expired = guest('pr-9002', '2020-01-01');

  describe('with guests', () => {
    const apis = new Map<string, { api: ApiClient; key: string; url: string }>();
    const of = (name: string) => apis.get(name) ?? assert.fail(name);

    before(async () => {
      const images = await host.sameImages();
      const ups = await Promise.all([lasting, expired].map((stack) => stack.up({}, images)));
      for (const { code, output } of ups) assert.equal(code, 0, output);
      apis.set(HOST, { api: await host.api(), key: host.key(), url: await host.stack.forward('API') });
      for (const stack of [lasting, expired]) {
        const key = (await run(stack.commandOf('First key'))).output.trim();
        const url = await stack.forward('API');
        apis.set(stack.name, { api: apiClient(url, key), key, url });
      }
    });

    after(async () => {
      for (const stack of [lasting, expired]) await stack.down();
    });

    test('render, each for itself', async () => {
      const logos = await Promise.all(
        [...apis.values()].map(async ({ api }) => api.upload(await LOGOS['an SVG icon']())),
      );
      const renders = await Promise.all(
        [...apis.values()].map(({ api }, n) => api.made({ logoId: logos[n] ?? '', recipe: { type: 'kit' } })),
      );
      for (const { state, error } of renders) assert.equal(state, 'succeeded', JSON.stringify(error));
      for (const [name, { key }] of apis)
        for (const [other, { url }] of apis) {
          const { status } = await apiClient(url, key).raw('/v1/logos');
          assert.equal(status, name === other ? 200 : 401, `the key of ${name} at ${other}`);
        }
      for (const [n, { api }] of [...apis.values()].entries()) {
        const { items } = await api.client.call('get', '/v1/logos', {});
        const seen = logos.filter((logo) => items.some(({ id }) => id === logo));
        assert.deepEqual(seen, [logos[n]]);
      }
      for (const { name } of [lasting, expired])
        for (const [store, found] of Object.entries(await left(name)))
          assert.notEqual(found, '', `${name} in ${store}`);
    });

    test('go when their time is up, with all that they had, and nothing of others goes', async () => {
      const down = await run('npm run down -- --expired');
      assert.equal(down.code, 0, down.output);
      assert.match(down.output, /the stack pr-9002 is gone/);
      assert.doesNotMatch(down.output, /pr-9001/);
      assert.deepEqual(await left('pr-9002'), { schemas: '', keys: '', objects: '' });
      assert.match((await run('kubectl get namespace pr-9002')).output, /NotFound/);
      for (const name of [HOST, lasting.name]) {
        const { items } = await of(name).api.client.call('get', '/v1/renders', {});
        const render = await of(name).api.read(items[0]?.id ?? '');
        assert.ok((await of(name).api.download(render.outputs[0])).length > 0);
      }
      for (const [store, found] of Object.entries(await left('pr-9001'))) assert.notEqual(found, '', store);
    });

    test('go when the pull request is closed, and their host renders on', async () => {
      const down = await lasting.down();
      assert.equal(down.code, 0, down.output);
      assert.deepEqual(await left('pr-9001'), { schemas: '', keys: '', objects: '' });
      const { api } = of(HOST);
      const made = await api.made({
        logoId: await api.upload(await LOGOS['an SVG icon']()),
        recipe: { type: 'kit', name: 'After' },
      });
      assert.equal(made.state, 'succeeded', JSON.stringify(made.error));
    });

    /** What there is of a guest in each of the stores of its host. */
    async function left(name: string): Promise<Record<'schemas' | 'keys' | 'objects', string>> {
      const schemas = `select nspname from pg_namespace where nspname like '${name.replace('-', '_')}%'`;
      return {
        schemas: await host.sql(schemas),
        keys: await host.stack.kubectl(`exec redis-0 -- redis-cli --scan --pattern '*${name}*'`),
        objects: await host.stack.kubectl(
          `exec object-store-0 -c object-store -- find /data/logomorph -type f -path '*/${name}/*'`,
        ),
      };
    }
  });
}
