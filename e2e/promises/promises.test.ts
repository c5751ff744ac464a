import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SCENARIOS } from './scenarios.ts';
import { row, TABLE_HEAD } from './table.ts';

/** The first of Redis' databases that this suite uses; those before are the other suites'. */
const FIRST_DATABASE = 4;

// Most of the time is waiting for leases of killed processes to end, so several run at once.
describe('what is promised holds', { concurrency: 3 }, () => {
  for (const [index, { name, skip, run }] of SCENARIOS.entries()) {
    test(name, { skip, timeout: 280_000 }, async (t) => {
      const start = performance.now();
      const outcome = await run({ thorough: false, redisDatabase: FIRST_DATABASE + index });
      t.diagnostic(TABLE_HEAD);
      t.diagnostic(row(name, outcome, (performance.now() - start) / 1000));
      assert.deepEqual(outcome.complaints, []);
      assert.equal(outcome.lost, 0);
      assert.equal(outcome.failedRequests ?? 0, 0);
    });
  }
});
