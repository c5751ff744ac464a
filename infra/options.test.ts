import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { holdsData } from './data-holders.ts';
import { program } from './program.ts';
import { kindOf, type Registered, runProgram, SUPPLIED, stackConfig } from './testing/run-program.ts';

/** What AWS keeps when the engine forgets it: a name in the config alone lets it go. */
const RETAINED = /^aws:(s3\/bucket:|rds\/(instance|cluster):|elasticache\/replicationGroup:|kms\/key:)/;

/** What is gone when another resource is, and of what type that one is. */
const GOES_WITH: readonly (readonly [RegExp, string])[] = [
  [/^aws:s3\/bucket(?!:)/, 'aws:s3/bucket:Bucket'],
  [/^aws:ecr\/lifecyclePolicy:/, 'aws:ecr/repository:Repository'],
  [/^aws:eks\/(accessEntry|accessPolicyAssociation|addon):/, 'aws:eks/cluster:Cluster'],
  [/^kubernetes:storage\.k8s\.io\/v1:StorageClass$/, 'aws:eks/cluster:Cluster'],
];

for (const stack of ['local', 'staging', 'prod']) {
  // Each resource is recorded by a transformation of the whole stack, with the options that it comes to.
  const { resources } = await runProgram(stack, stackConfig(stack, SUPPLIED[stack]), program);
  const find = (resource: pulumi.Resource | undefined) => resources.find((one) => one.resource === resource);
  const objects = resources.filter(({ type }) => type.startsWith('kubernetes:'));
  const ofKind = (kind: string) => objects.filter((object) => kindOf(object) === kind);

  describe(`the options in ${stack}`, () => {
    test('protect whatever holds data, and keys, where that matters', () => {
      const holders = resources.filter(({ type }) => holdsData(type));
      assert.ok(holders.length >= (stack === 'local' ? 4 : 8));
      for (const { name, opts } of holders) assert.equal(opts.protect, stack !== 'local', name);
    });

    test('keep data stores and keys of AWS there, even when the engine forgets them', () => {
      const kept = resources.filter(({ type }) => RETAINED.test(type));
      assert.ok(stack === 'local' ? kept.length === 0 : kept.length >= 5);
      for (const { name, opts } of kept) assert.equal(opts.retainOnDelete, true, name);
    });

    test('leave the number of pods to the autoscaler, where there is one', () => {
      const scaled = [...ofKind('HorizontalPodAutoscaler'), ...ofKind('ScaledObject')].map(
        ({ inputs }) => inputs.spec.scaleTargetRef?.name,
      );
      assert.equal(scaled.length, stack === 'local' ? 1 : 2);
      for (const { name, inputs } of ofKind('Deployment'))
        assert.equal(inputs.spec.replicas === undefined, scaled.includes(`${name}-made-up`), name);
      // A stack may scale its workers later, and keeps those that it has then.
      for (const { inputs } of ofKind('ScaledObject')) {
        const target = inputs.spec.scaleTargetRef?.name;
        const [worker] = ofKind('Deployment').filter(({ name }) => `${name}-made-up` === target);
        assert.deepEqual(worker?.opts.ignoreChanges, ['spec.replicas']);
      }
    });

    test('have programs wait for the migrations, and these for the data stores', () => {
      const [job] = ofKind('Job');
      for (const name of ['api', 'worker']) {
        const [deployment] = ofKind('Deployment').filter((one) => one.name === name);
        assert.ok(awaited(deployment).includes(find(job?.opts.parent)), name);
      }
      const stores = resources.filter(({ type }) =>
        /^logomorph:(aws:(Database|Redis)|kubernetes:DataStore)$/.test(type),
      );
      assert.ok(stores.length > 1);
      const known = awaited(job).flatMap((one) => (one === undefined ? [] : [one, ...parents(one)]));
      for (const store of stores)
        assert.ok(known.includes(store) || known.some((one) => parents(store).includes(one)), store.name);
    });

    test('say of what is in the namespace that it goes with it, but for what is the cluster’s', () => {
      const [namespace] = ofKind('Namespace');
      const ofCluster = [...ofKind('PriorityClass'), ...ofKind('IngressClass'), ...ofKind('IngressClassParams')];
      // An Ingress goes by itself and first: what it goes by is in the cluster, and in AWS, until it is gone.
      const alone = [namespace, ...ofCluster, ...ofKind('Ingress')];
      const there = objects.filter(
        (one) => one.inputs.metadata.namespace !== 'kube-system' && kindOf(one) !== 'StorageClass',
      );
      for (const object of there)
        assert.equal(find(object.opts.deletedWith), alone.includes(object) ? undefined : namespace, object.name);
    });

    test('say of what is about a bucket, a registry or the cluster that it goes with it', () => {
      for (const [type, parent] of GOES_WITH) {
        const children = resources.filter((one) => type.test(one.type));
        assert.equal(children.length > 0, stack !== 'local', `${type}`);
        for (const { name, opts } of children) assert.equal(find(opts.deletedWith)?.type, parent, `${type} ${name}`);
      }
    });
  });

  function parents(one: Registered): Registered[] {
    const parent = find(one.opts.parent);
    return parent === undefined ? [] : [parent, ...parents(parent)];
  }

  /** What a resource waits for, because it is told to or what it is part of is. */
  function awaited(one: Registered | undefined): (Registered | undefined)[] {
    if (one === undefined) return [];
    return [one, ...parents(one)].flatMap(({ opts }) =>
      [opts.dependsOn ?? []].flat().map((resource) => {
        assert.ok(pulumi.Resource.isInstance(resource));
        return find(resource);
      }),
    );
  }
}
