import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Environment } from '@logomorph/contract/environment.ts';
import { DEFAULT_TIME_SETTINGS, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import * as pulumi from '@pulumi/pulumi';
import Value from 'typebox/value';
import { amount } from './kubernetes/quantities.ts';
import { program } from './program.ts';
import {
  kindOf,
  PASSWORD,
  type PodSpec,
  type Registered,
  runProgram,
  SUPPLIED,
  stackConfig,
} from './testing/run-program.ts';
import { secretValues } from './testing/secret-values.ts';

const OUTPUTS = [
  'apiDeployment',
  'apiService',
  'grafanaService',
  'namespace',
  'prometheusService',
  'serviceImage',
  'workerDeployment',
  'workerImage',
];

const CLOUD_OUTPUTS = [
  'alertmanagerService',
  'apiUrl',
  'cluster',
  'deployRole',
  'previewRole',
  'region',
  'serviceRepository',
  'workerRepository',
];

for (const stack of ['local', 'staging', 'prod']) {
  const { resources, outputs } = await runProgram(stack, stackConfig(stack, SUPPLIED[stack]), program);
  // What the cluster itself takes has tests beside it.
  const objects = resources.filter(
    ({ type, inputs }) => type.startsWith('kubernetes:') && inputs.metadata.namespace !== 'kube-system',
  );
  const ofKind = (kind: string) => objects.filter((object) => kindOf(object) === kind);
  const workloads = [...ofKind('Deployment'), ...ofKind('StatefulSet')];
  const component = (name: string) => {
    const found = resources.find((one) => one.type.startsWith('logomorph:kubernetes:') && one.name === name);
    assert.ok(found, name);
    return found;
  };
  const named = (kind: string, name: string) => {
    const found = ofKind(kind).find((object) => object.name === name);
    assert.ok(found, `${kind} ${name}`);
    return found;
  };

  describe(`the program of ${stack}`, () => {
    test('runs what it should', () => {
      const stores = stack === 'local' ? ['object-store', 'postgres', 'redis'] : [];
      assert.deepEqual(
        workloads.map(({ name }) => name).sort(),
        ['api', 'grafana', 'worker', 'prometheus', ...(stack === 'local' ? [] : ['alertmanager']), ...stores].sort(),
      );
    });

    test('has pods that each meet the level restricted, and that are held to it', () => {
      for (const { name, inputs } of [...workloads, ...ofKind('Job')])
        assertRestricted(name, inputs.spec.template.spec);
      const { labels } = named('Namespace', 'namespace').inputs.metadata;
      for (const mode of ['enforce', 'warn', 'audit'])
        assert.equal(labels[`pod-security.kubernetes.io/${mode}`], 'restricted');
    });

    test('asks each container whether it started, lives and is ready, and gives it a minute to start', () => {
      for (const { name, inputs } of workloads)
        for (const { startupProbe, livenessProbe, readinessProbe } of inputs.spec.template.spec.containers) {
          assert.ok(livenessProbe && readinessProbe && startupProbe, name);
          assert.equal((startupProbe.periodSeconds ?? 0) * (startupProbe.failureThreshold ?? 0), 60);
        }
    });

    test('selects pods by labels that no release changes, and that the pods have', () => {
      for (const { name, inputs } of workloads) {
        const { selector, template } = inputs.spec;
        assert.ok(!('app.kubernetes.io/version' in selector.matchLabels), name);
        for (const [key, value] of Object.entries(selector.matchLabels))
          assert.equal(template.metadata.labels[key], value);
      }
    });

    test('labels every object with what is recommended', () => {
      for (const { name, inputs } of objects)
        for (const label of ['name', 'instance', 'component', 'part-of', 'managed-by'])
          assert.ok(inputs.metadata.labels[`app.kubernetes.io/${label}`], `${name} ${label}`);
    });

    test('leaves the number of API pods to the autoscaler', () => {
      const [scaler] = ofKind('HorizontalPodAutoscaler');
      const api = named('Deployment', 'api');
      assert.equal(scaler?.inputs.spec.scaleTargetRef?.name, 'api-made-up');
      assert.ok(!('replicas' in api.inputs.spec));
      const later = /"scaleDown":\{[^}]+\}[^}]+\}[^}]+"stabilizationWindowSeconds":300\}/;
      assert.match(JSON.stringify(scaler?.inputs.spec), later);
      assert.equal(scaler?.inputs.spec.minReplicas, { local: 3, staging: 2, prod: 3 }[stack]);
    });

    test('leaves the number of workers to KEDA where that scales, by the work there is', () => {
      const [scaled, ...more] = ofKind('ScaledObject');
      assert.deepEqual(more, []);
      const { replicas } = named('Deployment', 'worker').inputs.spec;
      if (stack === 'local') {
        assert.equal(replicas, 2);
        assert.equal(scaled, undefined);
        return;
      }
      assert.equal(replicas, undefined);
      const { spec } = scaled?.inputs ?? assert.fail('there is no ScaledObject');
      assert.equal(spec.scaleTargetRef?.name, 'worker-made-up');
      assert.deepEqual([spec.minReplicaCount, spec.maxReplicaCount], stack === 'prod' ? [3, 20] : [1, 4]);
      const [{ metadata } = assert.fail('it follows nothing')] = spec.triggers ?? [];
      assert.equal(metadata.serverAddress, 'http://prometheus.logomorph.svc:9090');
      assert.equal(metadata.threshold, '8');
      assert.equal(metadata.ignoreNullValues, 'false', 'no figure is not zero renders');
    });

    test('keeps pods of each program while nodes are emptied, and lets at least one go', () => {
      const fewest = {
        api: { local: 3, staging: 2, prod: 3 }[stack],
        worker: { local: 2, staging: 1, prod: 3 }[stack],
      };
      const budgets = ofKind('PodDisruptionBudget');
      assert.deepEqual(budgets.map(({ name }) => name).sort(), stack === 'staging' ? ['api'] : ['api', 'worker']);
      for (const { name, inputs } of budgets) {
        const { minAvailable = 0, selector } = inputs.spec;
        assert.ok(minAvailable > 0 && minAvailable < (fewest[name === 'api' ? 'api' : 'worker'] ?? 0), name);
        assert.deepEqual(selector, named('Deployment', name).inputs.spec.selector);
      }
    });

    test('spreads the pods of a release over zones and nodes', () => {
      for (const name of ['api', 'worker']) {
        const { selector, template } = named('Deployment', name).inputs.spec;
        const spread = template.spec.topologySpreadConstraints ?? [];
        assert.deepEqual(
          spread.map(({ topologyKey }) => topologyKey),
          ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'],
        );
        for (const { labelSelector, matchLabelKeys } of spread) {
          assert.deepEqual(labelSelector, selector);
          assert.deepEqual(matchLabelKeys, ['pod-template-hash']);
        }
      }
    });

    test('says of every pod who makes room for it', () => {
      const value = (className: string) => {
        const found = ofKind('PriorityClass').find(({ name }) => `${name}-made-up` === className);
        return Number(found?.inputs.value);
      };
      const of = (name: string) => {
        const found = workloads.find((workload) => workload.name === name);
        return value(String(found?.inputs.spec.template.spec.priorityClassName));
      };
      for (const { name } of workloads) assert.ok(of(name) > 0, name);
      assert.ok(of('api') > of('prometheus') && of('prometheus') > of('worker'));
      if (stack === 'local') assert.ok(of('postgres') > of('api'));
    });

    test('has room in its quota for twice the most pods of its programs, and all else', () => {
      const [{ inputs } = assert.fail('there is no quota')] = ofKind('ResourceQuota');
      const most: Record<string, number | undefined> = {
        api: ofKind('HorizontalPodAutoscaler')[0]?.inputs.spec.maxReplicas,
        worker:
          named('Deployment', 'worker').inputs.spec.replicas ?? ofKind('ScaledObject')[0]?.inputs.spec.maxReplicaCount,
      };
      const sums: Record<string, number> = { pods: 0 };
      for (const { name, inputs } of workloads) {
        const pods = name in most ? 2 * (most[name] ?? 0) : 1;
        sums.pods = (sums.pods ?? 0) + pods;
        for (const { resources } of inputs.spec.template.spec.containers)
          for (const kind of ['requests', 'limits'] as const)
            for (const [resource, quantity] of Object.entries(resources?.[kind] ?? {}))
              sums[`${kind}.${resource}`] = (sums[`${kind}.${resource}`] ?? 0) + pods * amount(String(quantity));
      }
      const { hard = {} } = inputs.spec;
      assert.equal(Object.keys(sums).length, 5);
      for (const [resource, sum] of Object.entries(sums))
        assert.ok(sum > 0 && sum <= amount(hard[resource] ?? ''), `${resource}: ${sum} of ${hard[resource]}`);
    });

    test('brings the schema up to date before programs start, which then do not do so themselves', () => {
      const job = named('Job', 'migrations');
      const { spec, metadata } = job.inputs;
      assert.equal(metadata.name, undefined, 'another image or configuration is another Job');
      const [container] = spec.template.spec.containers;
      const [api] = named('Deployment', 'api').inputs.spec.template.spec.containers;
      assert.equal(container?.image, api?.image);
      assert.deepEqual(container?.envFrom, api?.envFrom);
      assert.equal(container?.terminationMessagePolicy, 'FallbackToLogsOnError');
      assert.equal(spec.activeDeadlineSeconds, 300);
      assert.equal(job.opts.customTimeouts?.create, '360s');
      assert.equal(named('ConfigMap', 'app').inputs.data?.MIGRATE_AT_START, 'false');
      for (const name of ['api', 'worker']) assert.ok(dependencies(component(name)).includes('migrations'), name);
    });

    test('gives programs the time to stop that they take, and the engine more patience than a rollout', () => {
      const times = { ...DEFAULT_TIME_SETTINGS, ...(stack !== 'local' && { deregistrationDelay: 15 }) };
      const budgets = timeBudgets(times);
      const api = named('Deployment', 'api').inputs.spec;
      const preStop = api.template.spec.containers[0]?.lifecycle?.preStop?.sleep?.seconds ?? 0;
      assert.ok(preStop >= times.deregistrationDelay);
      assert.equal(api.template.spec.terminationGracePeriodSeconds, preStop + budgets.serviceGrace);
      const worker = named('Deployment', 'worker').inputs.spec;
      assert.equal(worker.template.spec.terminationGracePeriodSeconds, budgets.workerGrace);
      for (const { progressDeadlineSeconds, strategy } of [api, worker]) {
        assert.ok((progressDeadlineSeconds ?? Infinity) < 600);
        // However many there are, they are new in four goes, of two minutes and more each.
        assert.deepEqual(strategy?.rollingUpdate, { maxUnavailable: 0, maxSurge: '25%' });
      }
    });

    test("gives programs an environment that they take, by immutable objects under the engine's names", () => {
      const configMap = named('ConfigMap', 'app').inputs;
      const environment = { ...configMap.data, ...secretValues(resources, 'app') };
      assert.ok(
        Value.Check(Environment, Value.Default(Environment, Value.Convert(Environment, environment))),
        JSON.stringify(environment),
      );
      assert.equal('S3_ENDPOINT' in environment, stack === 'local');
      assert.equal('AWS_SECRET_ACCESS_KEY' in environment, stack === 'local');
      for (const { name, inputs } of [...ofKind('ConfigMap'), ...ofKind('Secret')]) {
        assert.equal(inputs.immutable, true, name);
        assert.equal(inputs.metadata.name, undefined, name);
      }
    });

    test('has passwords in secrets alone', () => {
      for (const object of objects.filter((object) => kindOf(object) !== 'Secret'))
        assert.ok(!JSON.stringify(object.inputs).includes(PASSWORD), object.name);
    });

    test('hangs every resource below the platform', () => {
      const roots = resources.filter(({ opts }) => opts.parent === undefined).map(({ name }) => name);
      assert.deepEqual(
        roots.filter((name) => !name.startsWith('logomorph')),
        [],
      );
    });

    test('tells where it is', () => {
      assert.deepEqual(
        Object.keys(outputs).sort(),
        [
          ...OUTPUTS,
          ...(stack === 'local' ? [] : CLOUD_OUTPUTS),
          ...(stack === 'staging' ? ['guestAccess'] : []),
        ].sort(),
      );
    });
  });
}

/** Names of what a resource waits for. */
function dependencies({ opts }: Registered): string[] {
  const { dependsOn = [] } = opts;
  assert.ok(!pulumi.Output.isInstance(dependsOn) && !(dependsOn instanceof Promise));
  return (Array.isArray(dependsOn) ? dependsOn : [dependsOn]).map((one) => {
    assert.ok(pulumi.Resource.isInstance(one));
    return String(Reflect.get(one, '__name'));
  });
}

function assertRestricted(name: string, pod: PodSpec): void {
  assert.equal(pod.automountServiceAccountToken, false, name);
  assert.equal(pod.securityContext?.runAsNonRoot, true, name);
  assert.ok((pod.securityContext?.runAsUser ?? 0) > 0, name);
  assert.equal(pod.securityContext?.seccompProfile?.type, 'RuntimeDefault', name);
  for (const { securityContext, resources } of [...pod.containers, ...(pod.initContainers ?? [])]) {
    assert.equal(securityContext?.allowPrivilegeEscalation, false, name);
    assert.equal(securityContext?.readOnlyRootFilesystem, true, name);
    assert.equal(securityContext?.privileged ?? false, false, name);
    assert.deepEqual(securityContext?.capabilities, { drop: ['ALL'] }, name);
    for (const amounts of [resources?.requests, resources?.limits])
      assert.deepEqual(Object.keys(amounts ?? {}).sort(), ['cpu', 'memory'], name);
  }
}
