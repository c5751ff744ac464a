import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { type ApiClient, apiClient } from '../harness/client.ts';
import { keepRunning, run } from '../harness/command.ts';
import { LOGOS } from '../harness/logos.ts';
import { freePort } from '../harness/product.ts';

const STACK = 'e2e';
const NAMESPACE = 'logomorph-e2e';

// biome-ignore lint/style/noProcessEnv: settings of the stack that this cluster needs, as key=value words
const { E2E_STACK_CONFIG = '', CI } = process.env;
const config = [`namespace=${NAMESPACE}`, ...E2E_STACK_CONFIG.split(/\s+/).filter(Boolean)]
  .map((pair) => `--config ${pair}`)
  .join(' ');

const missing = await firstMissing({
  pulumi: 'pulumi version',
  docker: 'docker version',
  'a cluster': 'kubectl --request-timeout=5s get --raw=/readyz',
});
const skip = CI !== 'true' && missing !== undefined && `${missing} is not here: the platform cannot be brought up`;

describe('the platform in a cluster', { skip, timeout: 1_500_000 }, () => {
  let printed = '';
  let api: ApiClient;
  const forwards: AsyncDisposable[] = [];

  before(async () => {
    const up = await run(`npm run up -- --stack ${STACK} ${config}`, 900);
    console.log(up.output);
    assert.equal(up.code, 0, up.output);
    printed = up.output;
    const key = await run(commandOf(printed, 'First key'));
    assert.match(key.output, /^lm_\S+\s*$/);
    api = apiClient(await forward(printed, 'API', forwards), key.output.trim());
  });

  after(async () => {
    for (const one of forwards) await one[Symbol.asyncDispose]();
    await run(`npm run down -- --stack ${STACK}`);
  });

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
    const url = await forward(printed, 'Prometheus', forwards);
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
    const again = await run(`npm run up -- --stack ${STACK} ${config}`, 900);
    assert.equal(again.code, 0, again.output);
    assert.match(again.output, /^no change$/m);
  });

  test('leaves nothing when it is taken down', async () => {
    const down = await run(`npm run down -- --stack ${STACK}`, 600);
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

/** The command that `up` printed for something. */
function commandOf(output: string, what: string): string {
  const command = new RegExp(`^\\s*${what}\\s+(kubectl .*)$`, 'm').exec(output)?.[1];
  assert.ok(command, `no command for ${what} in: ${output}`);
  return command;
}

/** Runs the port-forward that `up` printed, on a free port of this machine, and gives the address. */
async function forward(output: string, what: string, forwards: AsyncDisposable[]): Promise<string> {
  const port = await freePort();
  const command = commandOf(output, what).replace(/\d+:(\d+)$/, `${port}:$1`);
  forwards.push(await keepRunning(command, /Forwarding from/));
  return `http://127.0.0.1:${port}`;
}

async function firstMissing(commands: Record<string, string>): Promise<string | undefined> {
  for (const [name, line] of Object.entries(commands)) if ((await run(line, 20)).code !== 0) return name;
  return undefined;
}
