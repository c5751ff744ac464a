import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { costNotes } from './preview-cost.ts';

/** What the engine says of a database that is of one class and would be of another. */
function event(
  op: string,
  before: string | undefined,
  after: string | undefined,
  type = 'aws:rds/instance:Instance',
): EngineEvent {
  const urn = `urn:pulumi:prod::logomorph::${type}::database`;
  const state = (instanceClass: string | undefined) =>
    instanceClass && { urn, type, inputs: { instanceClass, allocatedStorage: 0 }, protect: true };
  const metadata = { op, urn, type, old: state(before), new: state(after) };
  return JSON.parse(JSON.stringify({ sequence: 1, timestamp: 1, resourcePreEvent: { metadata } }));
}

test('a reviewer sees what a change would cost', () => {
  const [note = '', ...more] = costNotes([event('update', 'db.m7g.large', 'db.m7g.xlarge')]);
  assert.match(note, /^About 246 US dollars a month, and 123 now, by list prices of us-east-1 in \d{4}-\d\d/);
  assert.deepEqual(more, []);
});

test('what goes costs nothing any more, what stays does, and what has no price is named', () => {
  assert.match(
    costNotes([event('delete', 'db.m7g.large', undefined)])[0] ?? '',
    /^About 0 US dollars a month, and 123/,
  );
  assert.match(costNotes([event('same', 'db.m7g.large', 'db.m7g.large')])[0] ?? '', /^About 123 .* and 123 now/);
  assert.match(
    costNotes([event('update', 'db.m7g.large', 'db.x99.large')])[0] ?? '',
    /without database \(aws:rds\/instance:Instance\), which no price is known of/,
  );
});

test('a stack elsewhere has no bill that is known here', () => {
  assert.deepEqual(costNotes([event('create', undefined, 'any', 'kubernetes:apps/v1:Deployment')]), []);
});
