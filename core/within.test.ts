import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { TimedOut, within } from './within.ts';

test('work that does not end is given up, also after the process stood still', { timeout: 10_000 }, async () => {
  await assert.rejects(within(0.02, new Promise(() => {})), TimedOut);
  const given = within(0.02, new Promise(() => {}));
  standStill(100);
  await assert.rejects(given, TimedOut);
});

test('work is not too late because the process itself stood still', async () => {
  const read = within(0.02, readFile(import.meta.filename, 'utf8'));
  standStill(500);
  assert.match(await read, /standStill/);
});

function standStill(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) {}
}
