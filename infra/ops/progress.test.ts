import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { Progress } from './progress.ts';

const URN = 'urn:pulumi:local::logomorph::logomorph:platform:Platform$kubernetes:apps/v1:Deployment::api';

function done(op: string, type = 'kubernetes:apps/v1:Deployment', planning = false): EngineEvent {
  return JSON.parse(
    JSON.stringify({ sequence: 1, timestamp: 1, resOutputsEvent: { planning, metadata: { op, type, urn: URN } } }),
  );
}

function said(severity: string, message: string): EngineEvent {
  return JSON.parse(JSON.stringify({ sequence: 1, timestamp: 1, diagnosticEvent: { severity, message } }));
}

function run(events: EngineEvent[]) {
  const lines: string[] = [];
  const progress = new Progress((line) => lines.push(line));
  for (const event of events) progress.take(event);
  return { lines, progress };
}

test('tells and counts what is done, and nothing of components and plans', () => {
  const events = [done('create'), done('same'), done('update'), done('create', 'logomorph:platform:Platform')];
  const { lines, progress } = run([...events, done('delete', undefined, true), done('create', 'pulumi:pulumi:Stack')]);
  assert.deepEqual(lines, ['  created Deployment api', '  updated Deployment api']);
  assert.equal(progress.changes, 2);
});

test('keeps errors, without colours and sums, and tells a warning once', () => {
  const { lines, progress } = run([
    said('error', '<{%reset%}>1 error occurred:\n\t* default/api did not become ready<{%reset%}>\n'),
    said('error', 'update failed'),
    said('warning', 'old plugin'),
    said('warning', 'old plugin'),
    said('info', 'chat'),
  ]);
  assert.deepEqual(progress.errors, ['default/api did not become ready']);
  assert.deepEqual(lines, ['  warning: old plugin']);
});
