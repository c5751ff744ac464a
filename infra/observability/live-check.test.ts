import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { alertRules } from './alert-rules.ts';
import { allExpressions } from './expressions.ts';
import { isFault, liveCheck } from './live-check.ts';
import { CONFIG_FILE, configFile, prometheusConfig, RULES_FILE } from './prometheus-config.ts';
import { startFakeExporter } from './testing/fake-exporter.ts';
import { freePort } from './testing/listen.ts';
import { skipWithout } from './testing/tool.ts';

const expression = { where: 'a test', expr: 'up', dataExpected: true };

test('an address where nobody answers is an error', async () => {
  const [answer] = await liveCheck('http://127.0.0.1:9', [expression]);
  assert.equal(answer?.outcome, 'error');
  assert.ok(isFault(answer, false));
});

test('nothing is a fault only where data is expected and asked for', () => {
  const answer = { ...expression, outcome: 'empty', detail: '' } as const;
  assert.equal(isFault(answer, false), false);
  assert.equal(isFault(answer, true), true);
  assert.equal(isFault({ ...answer, dataExpected: false }, true), false);
});

describe('against a Prometheus', { skip: skipWithout('prometheus') }, () => {
  let folder: string;
  let prometheus: ChildProcess;
  let exporter: Awaited<ReturnType<typeof startFakeExporter>>;
  let url: string;

  before(async () => {
    exporter = await startFakeExporter();
    folder = mkdtempSync(join(tmpdir(), 'logomorph-prometheus-'));
    writeFileSync(join(folder, CONFIG_FILE), configFile(configFor(exporter.port)));
    writeFileSync(join(folder, RULES_FILE), configFile(alertRules({ api: 1, worker: 1 }, 'docs/runbooks')));
    const address = `127.0.0.1:${await freePort()}`;
    url = `http://${address}`;
    const flags = [`--config.file=${CONFIG_FILE}`, '--storage.tsdb.path=data', `--web.listen-address=${address}`];
    prometheus = spawn('prometheus', flags, { cwd: folder, stdio: 'ignore' });
    await once(prometheus, 'spawn');
    await untilScrapedTwice(url);
  });
  after(async () => {
    exporter.stop();
    // Without a process id it never ran; with an exit code it has ended by itself.
    if (prometheus.pid !== undefined && prometheus.exitCode === null) {
      prometheus.kill();
      await once(prometheus, 'exit');
    }
    rmSync(folder, { recursive: true });
  });

  test('every expression is understood, and has data where it is expected', async () => {
    const answers = await liveCheck(url, allExpressions());
    assert.deepEqual(
      answers.filter((answer) => isFault(answer, true)),
      [],
    );
  });

  test('a fault of syntax is an error, with what Prometheus says of it', async () => {
    const [answer] = await liveCheck(url, [{ ...expression, expr: 'sum(up' }]);
    assert.equal(answer?.outcome, 'error');
    assert.match(answer.detail, /parse error/);
  });

  test('the command ends with 0 when all is well', async () => {
    // Meanwhile the exporter, which is in this process, has to answer.
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(import.meta.dirname, 'live-check.ts'),
      '--url',
      url,
      '--require-data',
    ]);
    assert.match(stdout, /^ok {5}panel Requests/m);
    assert.match(stdout, /^empty {2}alert ApiErrorBurnFast/m);
  });
});

/** The configuration of the product, but for what differs here: where the targets are, and the pace. */
function configFor(port: number) {
  const { scrape_configs, global, ...rest } = prometheusConfig('test');
  const targets = [`127.0.0.1:${port}`];
  return {
    ...rest,
    global: { ...global, scrape_interval: '500ms', scrape_timeout: '400ms', evaluation_interval: '500ms' },
    scrape_configs: [
      {
        job_name: scrape_configs[0]?.job_name,
        static_configs: ['api', 'worker'].map((component) => ({ targets, labels: { component } })),
      },
    ],
  };
}

/** A rate needs two samples. */
async function untilScrapedTwice(url: string): Promise<void> {
  const scrapedTwice = 'count_over_time(up{component="worker"}[1m]) > 2';
  for (let tries = 0; tries < 100; tries += 1) {
    const [answer] = await liveCheck(url, [{ ...expression, expr: scrapedTwice }]);
    if (answer?.outcome === 'ok') return;
    await sleep(200);
  }
  throw new Error('Prometheus did not scrape within 20 s');
}
