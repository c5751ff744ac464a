import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { at, isPlain, listAt, type Plain } from './policy/plain.ts';
import { program } from './program.ts';
import { type ApiServer, openApiServer } from './testing/api-server.ts';
import { skipWithoutCluster } from './testing/cluster.ts';
import { EVERY_STACK } from './testing/every-stack.ts';
import { type Manifest, manifestsOf, OF_OTHERS } from './testing/manifests.ts';
import { runProgram } from './testing/run-program.ts';

/** What others are in or refer to: the API server looks for it. */
const NEEDED = ['Namespace', 'PriorityClass'];

const suffix = randomBytes(4).toString('hex');
const skip = skipWithoutCluster();
let server: ApiServer;
before(async () => {
  if (skip === false) server = await openApiServer();
});
after(() => server?.[Symbol.asyncDispose]());

for (const { title, config } of EVERY_STACK) {
  const namespace = `logomorph-test-${suffix}-${title}`;
  const { resources } = await runProgram(title, { ...config, 'logomorph:namespace': namespace }, program);
  const manifests = manifestsOf(resources);
  const needed = manifests.filter(({ kind }) => NEEDED.includes(kind));

  describe(`of the stack ${title}, the API server takes`, { skip, concurrency: 16 }, () => {
    before(async () => {
      for (const one of needed) assert.deepEqual(await server.create(one), { ok: true, text: '' });
    });

    after(async () => {
      for (const one of needed) await server.remove(one);
    });

    for (const manifest of manifests.filter((one) => !needed.includes(one))) {
      const { apiVersion, kind, metadata } = manifest;
      test(`${kind} ${metadata.name}, and warns of nothing`, async (context) => {
        if (OF_OTHERS.test(apiVersion) && !(await server.serves(manifest)))
          return context.skip(`not checked: this cluster has no ${kind} of ${apiVersion}`);
        assert.deepEqual(await server.dryRun(manifest), { ok: true, text: '' });
      });
    }

    for (const manifest of manifests) {
      const template = at(manifest, 'spec.template');
      if (!isPlain(template)) continue;
      test(`a pod of ${manifest.kind} ${manifest.metadata.name} at the level restricted`, async () => {
        assert.deepEqual(await server.dryRun(podOf(manifest, template)), { ok: true, text: '' });
      });
    }
  });
}

describe('the API server refuses', { skip }, () => {
  const metadata = { name: `logomorph-test-${suffix}`, namespace: `logomorph-test-${suffix}` };
  const object = (kind: string, more: object): Manifest => ({ apiVersion: 'v1', kind, metadata, ...more });

  before(async () => {
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    await server.create(object('Namespace', { metadata: { name: metadata.name, labels } }));
  });
  after(() => server.remove(object('Namespace', {})));

  test('a field that it does not know', async () => {
    const { ok, text } = await server.dryRun(object('ConfigMap', { datas: {} }));
    assert.ok(!ok && text.includes('unknown field "datas"'), text);
  });

  test('a pod that may become root', async () => {
    const { ok, text } = await server.dryRun(object('Pod', { spec: { containers: [{ name: 'any', image: 'any' }] } }));
    assert.ok(!ok && text.includes('restricted'), text);
  });
});

/** A pod as a controller would make it: with the volumes of its claims, and a service account that is not only dry. */
function podOf({ metadata: { name, namespace }, ...manifest }: Manifest, template: Plain): Manifest {
  const claims = listAt(manifest, 'spec.volumeClaimTemplates').map((claim) => ({
    name: at(claim, 'metadata.name'),
    emptyDir: {},
  }));
  const volumes = [...listAt(template, 'spec.volumes'), ...claims];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...Object(template.metadata), name, namespace },
    spec: { ...Object(template.spec), serviceAccountName: 'default', volumes },
  };
}
