import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import type { ApiClient } from '../harness/client.ts';
import { run } from '../harness/command.ts';
import { LOGOS } from '../harness/logos.ts';
import { type RunningPlatform, until } from './running-platform.ts';

/** What a platform does that was brought up and is left alone. */
export function servingTests({ stack, namespace, api: connect, sameImages }: RunningPlatform): void {
  describe('that was brought up', () => {
    let api: ApiClient;

    before(async () => {
      api = await connect();
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

    test('previews a change as a report without secrets', async () => {
      const file = join(tmpdir(), `logomorph-preview-${process.pid}.md`);
      const preview = await run(`npm run preview -- --stack ${stack.name} --config logLevel=debug --markdown ${file}`);
      assert.equal(preview.code, 0, preview.output);
      const report = await readFile(file, 'utf8');
      await rm(file);
      assert.match(report, new RegExp(`<!-- logomorph-preview:${stack.name} -->`));
      assert.match(report, /ConfigMap/);
      assert.match(report, /Deployment/);
      const secrets = await stack.kubectl('get secrets -o json');
      const values = [...secrets.matchAll(/": "([A-Za-z0-9+/=]{20,})"/g)].map(([, value = '']) =>
        Buffer.from(value, 'base64').toString(),
      );
      assert.ok(values.length > 0);
      for (const value of values) assert.ok(!report.includes(value), 'a secret is in the report');
    });

    test('is as declared: a second up changes nothing', async () => {
      const again = await stack.up({}, await sameImages());
      assert.equal(again.code, 0, again.output);
      assert.match(again.output, /^no change$/m);
    });

    // Last, as it takes its time whatever is done meanwhile: scrapes, and rules that are looked at now and then.
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
        await sleep(2000);
      }
    });

    test('has its alerts told: those of Prometheus reach Alertmanager', async () => {
      const url = await stack.forward('Alerts');
      const alerts = async () => (await fetch(`${url}/api/v2/alerts`)).text();
      await until('Watchdog is there', async () => (await alerts()).includes('"alertname":"Watchdog"'), 60);
    });

    test('keeps every pod at the restricted level', async () => {
      const { output } = await run(`kubectl get namespace ${namespace} -o json`);
      assert.match(output, /"pod-security.kubernetes.io\/enforce": "restricted"/);
      // What was rendered above may have brought more pods, which are on their way.
      await until('every pod runs or is done', async () => {
        const pods = await stack.kubectl('get pods --no-headers');
        return pods.split('\n').every((line) => /\s(1\/1\s+Running|0\/1\s+Completed)\s/.test(line));
      });
    });
  });
}
