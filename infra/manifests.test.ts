import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { program } from './program.ts';
import { type Answer, kubectl, skipWithoutCluster } from './testing/cluster.ts';
import { kindOf, type Registered, runProgram, SUPPLIED, stackConfig } from './testing/run-program.ts';

const namespace = `logomorph-test-${randomBytes(4).toString('hex')}`;
const { resources } = await runProgram('local', stackConfig('local', { ...SUPPLIED.local, namespace }), program);
const objects = resources.filter(({ type }) => type.startsWith('kubernetes:'));

/** What the others are in or refer to; the API server looks for it. */
const needed = objects.filter((object) => /^(Namespace|PriorityClass)$/.test(kindOf(object)));

/** Has the API server check an object, with all that admits or changes it, and store nothing. */
function dryRun(manifest: object): Answer {
  return kubectl(['create', '--dry-run=server', '--validate=strict', '--filename=-'], JSON.stringify(manifest));
}

function manifest({ name, inputs }: Registered): object {
  return { ...inputs, metadata: { name: `${name}-made-up`, ...inputs.metadata } };
}

describe('the API server takes', { skip: skipWithoutCluster() }, () => {
  before(() => {
    for (const own of needed) {
      const { ok, text } = kubectl(['create', '--filename=-'], JSON.stringify(manifest(own)));
      assert.ok(ok, text);
    }
  });

  after(() => {
    kubectl(
      ['delete', '--wait=false', '--filename=-'],
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: needed.map(manifest) }),
    );
  });

  for (const object of objects.filter((object) => !needed.includes(object))) {
    test(`${kindOf(object)} ${object.name}, and warns of nothing`, () => {
      const { ok, text } = dryRun(manifest(object));
      assert.ok(ok && !text.includes('Warning'), text);
    });
  }

  for (const { name, inputs } of objects.filter((object) => /^(Deployment|StatefulSet|Job)$/.test(kindOf(object)))) {
    test(`a pod of ${name} at the level restricted`, () => {
      const { metadata, spec } = inputs.spec.template;
      // What a controller would add: the volume of its claim, and a service account that is not only dry.
      const claims = inputs.spec.volumeClaimTemplates === undefined ? [] : [{ name: 'data', emptyDir: {} }];
      const own = { ...spec, serviceAccountName: 'default', volumes: [...(spec.volumes ?? []), ...claims] };
      const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name, namespace }, spec: own };
      const { ok, text } = dryRun(pod);
      assert.ok(ok, text);
    });
  }

  test('no pod that may become root', () => {
    const spec = { containers: [{ name: 'any', image: 'any' }] };
    const { ok, text } = dryRun({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'any', namespace }, spec });
    assert.ok(!ok && text.includes('restricted'), text);
  });
});
