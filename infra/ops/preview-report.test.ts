import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { previewReport } from './preview-report.ts';
import { recordedEvents } from './testing/recorded.ts';

const change = await recordedEvents('change');
const storage = await recordedEvents('storage');

/** The events, as text, with a text in them replaced. */
function replaced(events: readonly EngineEvent[], from: string, to: string): EngineEvent[] {
  return JSON.parse(JSON.stringify(events).replaceAll(from, to));
}

test('begins with the marker that its comment is found by, and the sums', () => {
  const report = previewReport({ stack: 'staging', events: change });
  assert.match(report, /^<!-- logomorph-preview:staging -->\n\n## What would change in `staging`\n/);
  assert.match(report, /\*\*0 to create · 4 to update · 3 to replace · 6 to delete\*\* · \d+ unchanged/);
});

test('names what may lose data and what may stop service before all else', () => {
  const report = previewReport({ stack: 'local', events: change });
  const [head = ''] = report.split('<details>');
  assert.match(head, /\[!CAUTION\]\n> \*\*Data at risk\*\*\n> - delete \*\*PersistentVolumeClaim\*\* `prometheus`/);
  assert.match(head, /\[!WARNING\]\n> \*\*Downtime risk\*\*\n(> - .*\n)*> - delete \*\*Deployment\*\* `prometheus`/);
  assert.doesNotMatch(head, /ConfigMap/);
});

test('says why a data store is replaced, and that the old one goes first', () => {
  const report = previewReport({ stack: 'local', events: storage });
  const line = 'replace **StatefulSet** `redis`, the old one first, because of `spec.volumeClaimTemplates[0]';
  assert.equal(report.split(`> - ${line}`).length - 1, 2);
});

test('shows properties before and after, folded by component', () => {
  const report = previewReport({ stack: 'local', events: change });
  assert.match(report, /<summary>AppConfig app: .*replace ConfigMap/);
  assert.match(report, /```diff\n {2}data\.RENDER_TIMEOUT_SECONDS\n- 20\n\+ 30\n```/);
  assert.match(report, / {2}spec\.maxReplicas\n- 3\n\+ 5/);
  assert.equal(report.match(/<details>/g)?.length, report.match(/<\/details>/g)?.length);
});

test('shows of a secret that it changes, and nothing of it', () => {
  const report = previewReport({ stack: 'local', events: change });
  assert.match(report, / {2}stringData\n- \[secret\]\n\+ \[secret\]/);
  assert.doesNotMatch(report, /requirepass|redis:\/\/|postgres:\/\//);
});

test('masks a Kubernetes secret that the program forgot to mark', () => {
  const events = replaced(change, '"[secret]"', '"requirepass let-me-in"');
  assert.match(JSON.stringify(events), /let-me-in/);
  assert.doesNotMatch(previewReport({ stack: 'local', events }), /let-me-in/);
});

test('masks known secrets wherever they turn up', () => {
  const events = replaced(change, '"RENDER_TIMEOUT_SECONDS":"30"', '"RENDER_TIMEOUT_SECONDS":"x-hunter2-y"');
  assert.match(previewReport({ stack: 'local', events }), /x-hunter2-y/);
  const report = previewReport({ stack: 'local', events, secrets: ['hunter2'] });
  assert.match(report, /\n\+ x-\[secret\]-y\n/);
});

test('is cut between changes, with a count of what was left out', () => {
  const many = Array.from({ length: 400 }, (_, index) => replaced(change, '::app"', `::app-${index}"`)).flat();
  const report = previewReport({ stack: 'local', events: many });
  assert.ok(report.length <= 60_000, `${report.length}`);
  assert.ok(report.length > 55_000);
  const [, left, all] = /\*\*(\d+) of (\d+) changes are left out here:\*\*/.exec(report) ?? [];
  const shown = report.match(/^(create|update|replace|delete) \*\*/gm)?.length ?? 0;
  assert.equal(shown + Number(left), Number(all));
  assert.equal(report.match(/<details>/g)?.length, report.match(/<\/details>/g)?.length);
  assert.equal((report.match(/^```/gm)?.length ?? 0) % 2, 0);
});

test('keeps a value that looks like Markdown inside its block', () => {
  const events = replaced(change, '"RENDER_TIMEOUT_SECONDS":"30"', '"RENDER_TIMEOUT_SECONDS":"\\n```\\n# A title"');
  assert.match(previewReport({ stack: 'local', events }), /````diff\n(.*\n)*\+ ```\n\+ # A title\n````/);
});

test('says that nothing changes, and what a reader should know', () => {
  const events = change.filter(({ resourcePreEvent }) => resourcePreEvent?.metadata.op === 'same');
  const report = previewReport({ stack: 'local', events, notes: ['A note.'] });
  assert.match(report, /\*\*No change\.\*\* \d+ resources stay as they are\.\n\n_A note\._\n$/);
});
