import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { apiClient } from '../harness/client.ts';
import { run } from '../harness/command.ts';
import { LOGOS } from '../harness/logos.ts';
import { type ClusterLoad, startLoad } from './cluster-load.ts';
import { clusterStack, skipWithoutPlatform } from './stack.ts';

/** The namespace that requests of clients come from. */
const CLIENTS = 'logomorph-life-clients';
const skip = await skipWithoutPlatform();
const hasKeda = (await run('kubectl get crd scaledobjects.keda.sh', 20)).code === 0;
const stack = clusterStack('life', 'logomorph-life', {
  ...{ serviceMinReplicas: 2, serviceMaxReplicas: 3, serviceMinAvailable: 1, workerReplicas: 1, workerMinAvailable: 0 },
  ...{ ingressNamespace: CLIENTS, rolloutDeadlineSeconds: 60, migrationDeadlineSeconds: 60 },
  ...(hasKeda && { workerScaling: 'keda', workerMaxReplicas: 2, workerRendersPerPod: 4 }),
});

describe('a platform that lives in a cluster', { skip, timeout: 1_500_000 }, () => {
  let key: string;
  let logoId: string;
  let load: ClusterLoad;
  let images: string;

  before(async () => {
    const up = await stack.up();
    assert.equal(up.code, 0, up.output);
    key = (await run(stack.commandOf('First key'))).output.trim();
    logoId = await apiClient(await stack.forward('API'), key).upload(await LOGOS['a PNG of 2048 pixels']());
    const image = (name: string) =>
      stack.kubectl(
        `get deployments -l app.kubernetes.io/name=${name} -o jsonpath='{.items[0].spec.template.spec.containers[0].image}'`,
      );
    const service = await image('api');
    images = `--service-image ${service} --worker-image ${await image('worker')}`;
    load = await startLoad(CLIENTS, service, 'http://api.logomorph-life.svc', key, logoId);
  });

  after(async () => {
    await load?.[Symbol.asyncDispose]();
    await stack.down();
  });

  test('rolls a change out under load: no request and no render fails, and nothing else is replaced', async () => {
    await load.until(({ renders }) => renders > 0);
    const before = await pods();
    const up = await stack.up({ logLevel: 'debug' }, images);
    assert.equal(up.code, 0, up.output);
    const since = await load.counts();
    await load.until(({ ok, renders }) => ok > since.ok + 50 && renders > since.renders);
    const { failed, failures } = await load.counts();
    assert.equal(failed, 0, failures.join('\n'));
    const after = await pods();
    for (const name of ['api', 'worker'])
      assert.deepEqual(intersection(before.get(name), after.get(name)), [], `old pods of ${name}`);
    for (const name of ['postgres', 'redis', 'object-store', 'prometheus'])
      assert.deepEqual(after.get(name), before.get(name), name);
  });

  test('adds API pods by the load on them, and a deploy leaves their number alone', async () => {
    await until('three API pods', async () => (await replicas('api')) === 3);
    const up = await stack.up({ serviceMaxReplicas: 4 }, images);
    assert.equal(up.code, 0, up.output);
    assert.match(up.output, /updated HorizontalPodAutoscaler api/);
    assert.doesNotMatch(up.output, /Deployment/);
    assert.ok((await replicas('api')) >= 3);
  });

  test('adds workers by the renders that wait', { skip: !hasKeda && 'KEDA is not in the cluster' }, async () => {
    // A forward ends with the pod that it leads to, and those of the start are gone.
    const api = apiClient(await stack.forward('API'), key);
    const many = Array.from({ length: 40 }, (_, n) => api.renderOf(logoId, { type: 'kit', name: `Many ${n}` }));
    await Promise.all(many);
    await until('two workers', async () => (await replicas('worker')) === 2);
  });

  test('lets one API pod go after the other while nodes are emptied, and no more', async () => {
    await until('all API pods ready', async () => {
      const lines = await stack.kubectl('get pods -l app.kubernetes.io/name=api --no-headers');
      return lines.split('\n').every((line) => / 1\/1 +Running /.test(line));
    });
    const names = (await pods()).get('api') ?? [];
    const refused: string[] = [];
    for (const name of names) {
      const eviction = JSON.stringify({
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name, namespace: 'logomorph-life' },
      });
      const path = `/api/v1/namespaces/logomorph-life/pods/${name}/eviction`;
      const { code, output } = await run(`printf %s '${eviction}' | kubectl create --raw ${path} -f -`, 30);
      if (code !== 0) refused.push(output);
    }
    assert.ok(refused.length > 0 && refused.length < names.length, `${refused.length} of ${names.length}`);
    for (const text of refused) assert.match(text, /disruption budget/);
  });

  test('finds what was taken away by hand, and brings it back', async () => {
    const policies = await stack.kubectl('get networkpolicies -o name');
    const deny = policies.split('\n').find((name) => name.includes('default-deny'));
    await stack.kubectl(`delete ${deny}`);
    const up = await stack.up({ serviceMaxReplicas: 4 }, images);
    assert.equal(up.code, 0, up.output);
    assert.match(up.output, /created NetworkPolicy default-deny/);
    assert.match(await stack.kubectl('get networkpolicies -o name'), /default-deny/);
  });

  test('refuses a release that does not come up, says why, and serves on', async () => {
    const since = await load.counts();
    const broken = images.replace(/--service-image \S+/, '--service-image logomorph/service:not-there');
    const up = await stack.up({ serviceMaxReplicas: 4 }, broken);
    assert.notEqual(up.code, 0);
    assert.match(
      up.output,
      /logomorph: (api|migrations): (ErrImagePull|ImagePullBackOff): .*logomorph\/service:not-there/,
    );
    await load.until(({ ok, renders }) => ok > since.ok + 50 && renders > since.renders);
    const { failed, failures } = await load.counts();
    assert.equal(failed, since.failed, failures.join('\n'));
    const mended = await stack.up({ serviceMaxReplicas: 4 }, images);
    assert.equal(mended.code, 0, mended.output);
  });

  /** Names of the pods that are not on their way out, by the program in them. */
  async function pods(): Promise<Map<string, string[]>> {
    const line = '{{index .metadata.labels "app.kubernetes.io/name"}} {{.metadata.name}}{{"\\n"}}';
    const template = `{{range .items}}{{if not .metadata.deletionTimestamp}}${line}{{end}}{{end}}`;
    const lines = (await stack.kubectl(`get pods --sort-by=.metadata.name -o go-template='${template}'`)).split('\n');
    const found = new Map<string, string[]>();
    for (const [program = '', name = ''] of lines.map((text) => text.split(' ')))
      found.set(program, [...(found.get(program) ?? []), name]);
    return found;
  }

  async function replicas(name: string): Promise<number> {
    return Number(
      await stack.kubectl(`get deployments -l app.kubernetes.io/name=${name} -o jsonpath='{.items[0].spec.replicas}'`),
    );
  }
});

function intersection(some: string[] = [], others: string[] = []): string[] {
  return some.filter((one) => others.includes(one));
}

async function until(what: string, holds: () => Promise<boolean>, seconds = 180): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, `${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
