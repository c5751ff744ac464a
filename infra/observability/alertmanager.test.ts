import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import Type from 'typebox';
import Value from 'typebox/value';
import { type AlertName, alerts } from './alert-rules.ts';
import { ALERTMANAGER_FILE, alertmanagerConfig, SECRETS_FOLDER, SLACK_KEY } from './alertmanager-config.ts';
import { configFile } from './prometheus-config.ts';
import { freePort, listen } from './testing/listen.ts';
import { isInstalled, skipWithout } from './testing/tool.ts';

const ALERTS = alerts({ api: 1, worker: 1 });

/** Its name in Debian; elsewhere it is `alertmanager`. */
const PROGRAM = isInstalled('alertmanager') ? 'alertmanager' : 'prometheus-alertmanager';

const Message = Type.Object({
  attachments: Type.Tuple([Type.Object({ title: Type.String(), text: Type.String(), color: Type.String() })]),
});

describe('Alertmanager', { skip: skipWithout(PROGRAM) }, () => {
  const told: { slack: Record<'title' | 'text' | 'color', string>[]; heartbeats: number } = {
    slack: [],
    heartbeats: 0,
  };
  let folder: string;
  let outside: Server;
  let alertmanager: ChildProcess;
  let url: string;

  before(async () => {
    outside = createServer(async (request, response) => {
      if (request.url === '/heartbeat') told.heartbeats += 1;
      else told.slack.push(Value.Parse(Message, await json(request)).attachments[0]);
      response.end('ok');
    });
    const address = `http://127.0.0.1:${await listen(outside)}`;
    folder = mkdtempSync(join(tmpdir(), 'logomorph-alertmanager-'));
    writeFileSync(join(folder, SLACK_KEY), `${address}/slack`);
    writeFileSync(join(folder, ALERTMANAGER_FILE), hastened(configFile(alertmanagerConfig(`${address}/heartbeat`))));
    const own = `127.0.0.1:${await freePort()}`;
    url = `http://${own}`;
    const flags = [`--config.file=${ALERTMANAGER_FILE}`, '--storage.path=data', '--cluster.listen-address='];
    alertmanager = spawn(PROGRAM, [...flags, `--web.listen-address=${own}`], { cwd: folder, stdio: 'ignore' });
    await once(alertmanager, 'spawn');
    await until(async () => (await fetch(`${url}/-/ready`).catch(() => undefined))?.ok);
  });
  after(async () => {
    outside.closeAllConnections();
    outside.close();
    if (alertmanager.pid !== undefined && alertmanager.exitCode === null) {
      alertmanager.kill();
      await once(alertmanager, 'exit');
    }
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    told.slack = [];
  });

  /** The product's configuration, with its secrets in the folder of this test, and waits of a moment. */
  const hastened = (config: string) =>
    config
      .replaceAll(SECRETS_FOLDER, folder)
      .replaceAll(/"group_(wait|interval)": "[^"]+"/g, '"group_$1": "100ms"')
      .replaceAll('"repeat_interval": "1m"', '"repeat_interval": "100ms"');

  /** What Prometheus does with alerts that fire; with an end they do so no more. */
  const send = async (names: readonly AlertName[], more: { endsAt?: string } = {}) => {
    const fired = names.map((alertname) => {
      const { severity, summary, description }: { severity: string; summary: string; description: string } =
        ALERTS[alertname];
      return {
        labels: { alertname, severity, environment: 'test' },
        annotations: { summary, description, runbook_url: `docs/runbooks/${alertname}.md` },
        ...more,
      };
    });
    const answer = await fetch(`${url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fired),
    });
    assert.equal(answer.status, 200, await answer.text());
  };

  test('tells Slack when an alert begins, what to do, and when it ends', async () => {
    await send(['WorkerDown']);
    await until(() => told.slack.length > 0);
    await send(['WorkerDown'], { endsAt: new Date().toISOString() });
    await until(() => told.slack.length > 1);
    const { summary, description } = ALERTS.WorkerDown;
    assert.deepEqual(
      told.slack.map(({ title, text, color }) => ({ title, text, color })),
      [
        { title: '[FIRING] WorkerDown in test', color: 'danger' },
        { title: '[RESOLVED] WorkerDown in test', color: 'good' },
      ].map((one) => ({ ...one, text: `${summary}. ${description}\nRunbook: docs/runbooks/WorkerDown.md` })),
    );
  });

  test('tells of what follows from another alert only by that one', async () => {
    await send(['ApiErrorBurnFast', 'ApiErrorBurnSlow', 'JobsRequeued']);
    await until(() => told.slack.length >= 2);
    await sleep(500);
    assert.deepEqual(told.slack.map(({ title, color }) => [title, color]).sort(), [
      ['[FIRING] ApiErrorBurnFast in test', 'danger'],
      ['[FIRING] JobsRequeued in test', 'warning'],
    ]);
  });

  test('sends the heartbeat again and again, and none to Slack', async () => {
    await send(['Watchdog']);
    await until(() => told.heartbeats >= 3);
    assert.deepEqual(told.slack, []);
  });
});

test('without an address for it the heartbeat goes nowhere', () => {
  const { route, receivers } = alertmanagerConfig('');
  assert.deepEqual(route.routes[0], { receiver: 'nobody', matchers: ['alertname="Watchdog"'] });
  assert.deepEqual(
    receivers.map(({ name }) => name),
    ['nobody', 'slack'],
  );
});

/** Waits for what has to come within 20 seconds. */
async function until(come: () => boolean | undefined | Promise<boolean | undefined>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await come()) return;
    await sleep(100);
  }
  throw new Error('it did not come within 20 s');
}
