import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Alert, alertRules, alerts } from './alert-rules.ts';
import { CONFIG_FILE, configFile, prometheusConfig, RULES_FILE } from './prometheus-config.ts';
import { FEWEST_PODS, SCENARIOS, type Scenario } from './testing/alert-scenarios.ts';
import { skipWithout } from './testing/tool.ts';

const RUNBOOKS = 'https://runbooks.test';
const ALERTS = alerts(FEWEST_PODS);

test('each alert has its runbook, and each runbook its alert', () => {
  const runbooks = readdirSync(new URL('../../docs/runbooks/', import.meta.url)).filter((name) => name !== 'README.md');
  assert.deepEqual(
    runbooks.sort(),
    Object.keys(ALERTS)
      .map((name) => `${name}.md`)
      .sort(),
  );
});

describe('promtool', { skip: skipWithout('promtool') }, () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'logomorph-rules-'));
    writeFileSync(join(folder, CONFIG_FILE), configFile(prometheusConfig('test', 'alertmanager:9093')));
    writeFileSync(join(folder, RULES_FILE), configFile(alertRules(FEWEST_PODS, RUNBOOKS)));
  });
  after(() => rmSync(folder, { recursive: true }));

  const promtool = (...args: string[]) => {
    const { status, stdout, stderr, error } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
    assert.equal(error, undefined);
    assert.equal(status, 0, `promtool ${args.join(' ')}\n${stdout}${stderr}`);
  };

  test('takes the configuration', () => promtool('check', 'config', CONFIG_FILE));
  test('takes the rules', () => promtool('check', 'rules', '--lint-fatal', RULES_FILE));

  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    const run = (samples: Scenario['fires'], expected: readonly object[]) => {
      const file = `${name}.test.yaml`;
      writeFileSync(join(folder, file), configFile(ruleTest(name, scenario, samples, expected)));
      promtool('test', 'rules', file);
    };
    test(`${name} fires`, () => run(scenario.fires, [firing(name, scenario)]));
    const { quiet } = scenario;
    if (quiet !== undefined) test(`${name} does not fire`, () => run(quiet, []));
  }
});

function ruleTest(alertname: string, { at }: Scenario, samples: Scenario['fires'], expected: readonly object[]) {
  return {
    rule_files: [RULES_FILE],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: samples.map(([series, values]) => ({ series, values })),
        alert_rule_test: [{ eval_time: at, alertname, exp_alerts: expected }],
      },
    ],
  };
}

/** The alert as it must come: to the letter, so that a fault in its template shows. */
function firing(name: string, { description }: Scenario) {
  const alert = Object.entries<Alert>(ALERTS).find(([known]) => known === name)?.[1];
  assert.ok(alert);
  return {
    exp_labels: { severity: alert.severity },
    exp_annotations: { summary: alert.summary, description, runbook_url: `${RUNBOOKS}/${name}.md` },
  };
}
