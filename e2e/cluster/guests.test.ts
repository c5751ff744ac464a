import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ApiClient, apiClient } from '../harness/client.ts';
import { run } from '../harness/command.ts';
import { LOGOS } from '../harness/logos.ts';
import { clusterStack, skipWithoutPlatform } from './stack.ts';

const HOST = 'guests-host';
const small = { serviceMaxReplicas: 2, prometheus: 'false', grafana: 'false' };
const host = clusterStack(HOST, 'logomorph-guests-host', { ...small, guests: 'true' });
const guest = (name: string, expires: string) => clusterStack(name, name, { ...small, hostStack: HOST, expires });
const lasting = guest('pr-9001', '2999-12-31');
const expired = guest('pr-9002', '2020-01-01');

describe('stacks of pull requests in the cluster of another', {
  skip: await skipWithoutPlatform(),
  timeout: 900_000,
}, () => {
  const apis = new Map<string, { api: ApiClient; key: string; url: string }>();
  const of = (name: string) => apis.get(name) ?? assert.fail(name);

  before(async () => {
    const up = await host.up();
    assert.equal(up.code, 0, up.output);
    const image = (name: string) =>
      host.kubectl(
        `get deployments -l app.kubernetes.io/name=${name} -o jsonpath='{.items[0].spec.template.spec.containers[0].image}'`,
      );
    const images = `--service-image ${await image('api')} --worker-image ${await image('worker')}`;
    const ups = await Promise.all([lasting, expired].map((stack) => stack.up({}, images)));
    for (const { code, output } of ups) assert.equal(code, 0, output);
    for (const stack of [host, lasting, expired]) {
      const key = (await run(stack.commandOf('First key'))).output.trim();
      const url = await stack.forward('API');
      apis.set(stack.name, { api: apiClient(url, key), key, url });
    }
  });

  after(async () => {
    for (const stack of [lasting, expired, host]) await stack.down();
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
      assert.deepEqual(
        items.map(({ id }) => id),
        [logos[n]],
      );
    }
    for (const { name } of [lasting, expired])
      for (const [store, found] of Object.entries(await left(name))) assert.notEqual(found, '', `${name} in ${store}`);
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
    const psql = String.raw`PGPASSWORD=\$POSTGRES_PASSWORD psql -h 127.0.0.1 -U logomorph -tAc \"${schemas}\"`;
    return {
      schemas: await host.kubectl(`exec postgres-0 -- sh -c "${psql}"`),
      keys: await host.kubectl(`exec redis-0 -- redis-cli --scan --pattern '*${name}*'`),
      objects: await host.kubectl(
        `exec object-store-0 -c object-store -- find /data/logomorph -type f -path '*/${name}/*'`,
      ),
    };
  }
});
