import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { type ApiClient, apiClient } from '../harness/client.ts';
import { run } from '../harness/command.ts';
import { LOGOS } from '../harness/logos.ts';
import { clusterStack, skipWithoutPlatform } from './stack.ts';

const STACK = 'e2e';
const NAMESPACE = 'logomorph-e2e';

const stack = clusterStack(STACK, NAMESPACE);

describe('the platform in a cluster', { skip: await skipWithoutPlatform(), timeout: 1_500_000 }, () => {
  let api: ApiClient;

  before(async () => {
    const up = await stack.up();
    assert.equal(up.code, 0, up.output);
    const key = await run(stack.commandOf('First key'));
    assert.match(key.output, /^lm_\S+\s*$/);
    api = apiClient(await stack.forward('API'), key.output.trim());
  });

  after(() => stack.down());

  test('serves from ready pods, on real stores', async () => {
    const ready = await api.raw('/health/ready');
    assert.equal(ready.status, 200, await ready.text());
  });

  test('turns real logos into kits', async () => {
    for (const name of ['an SVG icon', 'a PNG of 2048 pixels'] as const) {
      const { id } = await api.renderOf(await api.upload(await LOGOS[name]()), { type: 'kit' });
      await api.follow(id, 120);
      const { state, outputs, error } = await api.read(id);
      assert.equal(state, 'succeeded', JSON.stringify(error));
      const zip = outputs.find((output) => output.name === 'kit.zip');
      const files = Object.keys(unzipSync(await api.download(zip)));
      assert.deepEqual(
        files.sort(),
        outputs
          .map((output) => output.name)
          .filter((file) => file !== 'kit.zip')
          .sort(),
      );
    }
  });

  test('is watched: Prometheus answers every query that alerts and dashboards ask', async () => {
    const url = await stack.forward('Prometheus');
    // Rates want traffic between two scrapes, so renders go on until every query has its data.
    const logoId = await api.upload(await LOGOS['an SVG icon']());
    const deadline = Date.now() + 120_000;
    for (let n = 1; ; n += 1) {
      const { id } = await api.renderOf(logoId, { type: 'kit', name: `Watched ${n}` });
      await api.follow(id);
      const check = await run(`node infra/observability/live-check.ts --url ${url} --require-data`);
      if (check.code === 0) break;
      assert.ok(Date.now() < deadline, check.output);
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
  });

  test('keeps every pod at the restricted level', async () => {
    const { output } = await run(`kubectl get namespace ${NAMESPACE} -o json`);
    assert.match(output, /"pod-security.kubernetes.io\/enforce": "restricted"/);
    const pods = await run(`kubectl -n ${NAMESPACE} get pods --no-headers`);
    const notReady = pods.output
      .trim()
      .split('\n')
      .filter((line) => !/\s(1\/1\s+Running|0\/1\s+Completed)\s/.test(line));
    assert.deepEqual(notReady, []);
  });

  test('previews a change as a report without secrets', async () => {
    const file = join(tmpdir(), `logomorph-preview-${process.pid}.md`);
    const preview = await run(`npm run preview -- --stack ${STACK} --config logLevel=debug --markdown ${file}`);
    assert.equal(preview.code, 0, preview.output);
    const report = await readFile(file, 'utf8');
    await rm(file);
    assert.match(report, new RegExp(`<!-- logomorph-preview:${STACK} -->`));
    assert.match(report, /ConfigMap/);
    assert.match(report, /Deployment/);
    const secrets = await run(`kubectl -n ${NAMESPACE} get secrets -o json`);
    const values = [...secrets.output.matchAll(/": "([A-Za-z0-9+/=]{20,})"/g)].map(([, value = '']) =>
      Buffer.from(value, 'base64').toString(),
    );
    assert.ok(values.length > 0);
    for (const value of values) assert.ok(!report.includes(value), 'a secret is in the report');
  });

  test('is as declared: a second up changes nothing', async () => {
    const again = await stack.up();
    assert.equal(again.code, 0, again.output);
    assert.match(again.output, /^no change$/m);
  });

  test('leaves nothing when it is taken down', async () => {
    const down = await stack.down();
    assert.equal(down.code, 0, down.output);
    assert.match((await run(`kubectl get namespace ${NAMESPACE}`)).output, /NotFound/);
    // The cluster gives volumes back on its own time, once their claims are gone.
    const deadline = Date.now() + 60_000;
    while ((await run('kubectl get persistentvolumes')).output.includes(NAMESPACE)) {
      assert.ok(Date.now() < deadline, 'volumes are left');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    assert.doesNotMatch((await run('pulumi stack ls --json')).output, new RegExp(`"${STACK}"`));
  });
});
