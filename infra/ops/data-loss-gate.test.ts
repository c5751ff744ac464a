import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedLosses } from './data-loss-gate.ts';
import { previewReport } from './preview-report.ts';
import { recordedEvents } from './testing/recorded.ts';

const today = '2026-11-29';
const change = await recordedEvents('change');
const storage = await recordedEvents('storage');
const [REDIS = assert.fail('nothing is replaced')] = storage.flatMap(({ resourcePreEvent: event }) =>
  event?.metadata.op === 'replace' ? event.metadata.urn : [],
);

test('a data store that would be replaced is named, and why it would be', () => {
  const [line = '', ...more] = refusedLosses(storage, { stack: 'prod', allowed: [], today });
  assert.ok(line.startsWith(`refused to replace ${REDIS} because of spec.volumeClaimTemplates[0]`), line);
  assert.match(line, /: only what logomorph:dataLossAllowed of prod names as URN@DAY may be lost$/);
  assert.deepEqual(more, []);
});

test('one that is given up may go, on the last day too, and not after it', () => {
  const until = (day: string) => ({ stack: 'prod', allowed: [{ urn: REDIS, until: day }], today });
  assert.deepEqual(refusedLosses(storage, until(today)), []);
  const [line = ''] = refusedLosses(storage, until('2026-11-28'));
  assert.match(line, /: logomorph:dataLossAllowed names it until 2026-11-28, which is past$/);
});

test('what holds no data of the product may go, unless the engine was told to keep it', () => {
  assert.deepEqual(refusedLosses(change, { stack: 'prod', allowed: [], today }), []);
  const kept: typeof change = JSON.parse(JSON.stringify(change).replaceAll('"old":{', '"old":{"protect":true,'));
  const lines = refusedLosses(kept, { stack: 'prod', allowed: [], today });
  assert.equal(lines.length, 9);
  assert.ok(lines.some((line) => /^refused to delete \S+PersistentVolumeClaim::prometheus: /.test(line)));
});

test('the report of a preview says first what is refused', () => {
  const refused = refusedLosses(storage, { stack: 'prod', allowed: [], today });
  const report = previewReport({ stack: 'prod', events: storage, refused });
  assert.match(report, /\[!CAUTION\]\n> \*\*Refused: .*\*\*\n> - refused to replace .*::redis .*[\s\S]*Data at risk/);
});
