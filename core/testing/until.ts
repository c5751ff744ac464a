import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so; fails when it is not after a while. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 30_000; !(await isSo()); await sleep(10)) {
    assert.ok(performance.now() < end, `not in time: ${isSo}`);
  }
}
