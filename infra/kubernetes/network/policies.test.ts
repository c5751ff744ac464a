import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { program } from '../../program.ts';
import { type Endpoint, mayReach, type Policy } from '../../testing/network.ts';
import { kindOf, runProgram, SUPPLIED, stackConfig } from '../../testing/run-program.ts';
import { OUTSIDE, PARTS, PATHS } from './paths.ts';

const NAMESPACE = 'logomorph';

/** The policies of a stack, and its pods with the labels that they really have. */
async function platform(stack: string, given: Record<string, string> = {}) {
  const config = stackConfig(stack, { ...SUPPLIED[stack], ...given });
  const { resources } = await runProgram(stack, config, program);
  const policies: Policy[] = resources
    .filter((object) => kindOf(object) === 'NetworkPolicy')
    .map(({ inputs }) => ({
      namespace: String(inputs.metadata.namespace),
      spec: JSON.parse(JSON.stringify(inputs.spec)),
    }));
  const pods = new Map<string, Endpoint>();
  for (const object of resources.filter((object) => /^(Deployment|StatefulSet|Job)$/.test(kindOf(object)))) {
    const { labels } = object.inputs.spec.template.metadata;
    pods.set(object.name, { namespace: NAMESPACE, labels, address: `10.244.0.${pods.size + 2}` });
  }
  const pod = (name: string) => pods.get(name) ?? assert.fail(`no pods of ${name}`);
  return {
    pods,
    pod,
    reach: (from: Endpoint, to: Endpoint, port: number, protocol?: string) =>
      mayReach(policies, from, to, port, protocol),
  };
}

const at = (address: string): Endpoint => ({ address });
const of = (namespace: string): Endpoint => ({ namespace, labels: { app: 'any' }, address: '10.244.9.9' });

/** All ports that anything in a namespace listens on, and one that nothing does. */
const KNOWN_PORTS = [4000, 4001, 4100, 5432, 6379, 7070, 9090, 9093, 3000, 8080];

// One after the other: the engine's runtime is one for all of a process.
const inOne = await platform('local', { clamavHost: 'clamd.scan.svc', slackWebhookUrl: 'https://slack.test' });
const elsewhere = await platform('prod', {
  dataStores: 'external',
  storeRanges: '10.20.0.0/16',
  redisUrl: 'rediss://:secret@cache.test:6379',
  databaseUrl: 'postgres://logomorph:secret@db.test:6432/logomorph',
  ingressRanges: '10.30.0.0/16',
});

describe('the pods of a platform in one cluster', () => {
  const { pods, pod, reach } = inOne;

  test('are those that the paths know', () => {
    assert.deepEqual([...pods.keys()].sort(), PARTS.filter((part) => part !== 'purge').sort());
  });

  test('reach each other where they need to, and nowhere else', () => {
    const reached = [...pods].flatMap(([from, source]) =>
      [...pods].flatMap(([to, target]) =>
        KNOWN_PORTS.filter((port) => reach(source, target, port)).map((port) => `${from} ${to} ${port}`),
      ),
    );
    assert.deepEqual(reached.sort(), [
      'api object-store 7070',
      'api postgres 5432',
      'api redis 6379',
      'grafana prometheus 9090',
      'migrations postgres 5432',
      'prometheus alertmanager 9093',
      'prometheus api 4000',
      'prometheus worker 4001',
      'worker object-store 7070',
      'worker postgres 5432',
      'worker redis 6379',
    ]);
  });

  test('are reached from outside by who brings the requests of clients, at the API alone', () => {
    assert.ok(reach(of('ingress-nginx'), pod('api'), 4000));
    assert.ok(!reach(of('ingress-nginx'), pod('api'), 4100), 'the admin surface');
    for (const [name, target] of pods)
      for (const port of KNOWN_PORTS) {
        assert.ok(!reach(of('others'), target, port), `others ${name} ${port}`);
        assert.ok(!reach(at('203.0.113.9'), target, port), `an address ${name} ${port}`);
        if (name !== 'api') assert.ok(!reach(of('ingress-nginx'), target, port), `ingress ${name} ${port}`);
      }
  });

  test('reach the internet from the API and from what tells of alerts alone, by https, and nothing that is private or a metadata address', () => {
    assert.ok(reach(pod('api'), at('93.184.215.14'), 443));
    assert.ok(reach(pod('api'), at('2606:2800:21f:cb07:6820:80da:af6b:8b2c'), 443));
    assert.ok(!reach(pod('api'), at('93.184.215.14'), 80));
    for (const address of ['169.254.169.254', '10.0.0.1', '172.20.0.1', '192.168.1.1', '100.64.0.1', '127.0.0.1'])
      for (const port of [80, 443]) assert.ok(!reach(pod('api'), at(address), port), `${address} ${port}`);
    for (const address of ['fd00:ec2::254', 'fe80::1', '2001:db8::1']) assert.ok(!reach(pod('api'), at(address), 443));
    const out = [...pods].flatMap(([name, source]) => (reach(source, at('93.184.215.14'), 443) ? name : []));
    assert.deepEqual(out.sort(), ['alertmanager', 'api']);
  });

  test('resolve names where they have to', () => {
    const resolving = [...pods].flatMap(([name, source]) => (reach(source, of('kube-system'), 53, 'UDP') ? name : []));
    assert.deepEqual(resolving.sort(), ['alertmanager', 'api', 'grafana', 'migrations', 'prometheus', 'worker']);
  });

  test('reach what scans from the API alone', () => {
    assert.ok(reach(pod('api'), of('scan'), 3310));
    assert.ok(!reach(pod('worker'), of('scan'), 3310));
    assert.ok(!reach(pod('api'), of('scan'), 8080));
  });
});

describe('the pods of a platform with stores elsewhere', () => {
  const { pod, reach } = elsewhere;

  test('reach the stores at the ports of their addresses', () => {
    for (const name of ['api', 'worker']) {
      assert.ok(reach(pod(name), at('10.20.1.1'), 6432), name);
      assert.ok(reach(pod(name), at('10.20.1.1'), 6379), name);
      assert.ok(!reach(pod(name), at('10.20.1.1'), 5432), name);
      assert.ok(!reach(pod(name), at('10.21.1.1'), 6432), name);
    }
    assert.ok(reach(pod('migrations'), at('10.20.1.1'), 6432));
    assert.ok(!reach(pod('migrations'), at('10.20.1.1'), 6379));
    assert.ok(!reach(pod('prometheus'), at('10.20.1.1'), 6432));
  });

  test('get credentials from the agent on the node, and nothing from the metadata of the machine', () => {
    for (const name of ['api', 'worker']) {
      assert.ok(reach(pod(name), at('169.254.170.23'), 80), name);
      assert.ok(!reach(pod(name), at('169.254.169.254'), 80), name);
      assert.ok(reach(pod(name), at('52.219.1.1'), 443), `the bucket from ${name}`);
    }
    assert.ok(!reach(pod('migrations'), at('169.254.170.23'), 80));
  });

  test('let KEDA ask Prometheus, and reach nothing else', () => {
    assert.ok(reach(of('keda'), pod('prometheus'), 9090));
    assert.ok(!reach(of('others'), pod('prometheus'), 9090));
    assert.ok(!reach(of('keda'), pod('api'), 4000));
    assert.ok(!inOne.reach(of('keda'), inOne.pod('prometheus'), 9090), 'where it does not scale');
  });

  test('are reached by the load balancer, at the API alone', () => {
    assert.ok(reach(at('10.30.0.7'), pod('api'), 4000));
    assert.ok(!reach(at('10.31.0.7'), pod('api'), 4000));
    assert.ok(!reach(at('10.30.0.7'), pod('worker'), 4001));
  });
});

test('every path says why it is there, once', () => {
  const places = [...PARTS, ...Object.keys(OUTSIDE)];
  const keys = PATHS.map(({ from, to, port, need }) => [from, to, port, need].join());
  assert.equal(new Set(keys).size, keys.length);
  for (const { from, to, why } of PATHS) assert.ok(places.includes(from) && places.includes(to) && why !== '');
});
