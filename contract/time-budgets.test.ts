import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { OBJECT_STORE_TIMES, timeBudgets } from './time-budgets.ts';

test('the time budgets form one chain for all settings', () => {
  const settings = fc.record({
    renderTimeout: fc.integer({ min: 1, max: 600 }),
    deregistrationDelay: fc.integer({ min: 0, max: 300 }),
  });
  fc.assert(
    fc.property(settings, ({ renderTimeout, deregistrationDelay }) => {
      const budgets = timeBudgets({ renderTimeout, deregistrationDelay });
      assert.ok(budgets.renderTimeout < budgets.workerDrain);
      assert.ok(budgets.workerDrain < budgets.workerGrace);
      assert.ok(budgets.serviceReadyOff >= deregistrationDelay);
      assert.ok(budgets.serviceReadyOff + budgets.serviceDrain < budgets.serviceGrace);
      assert.ok(budgets.logoFetch + budgets.logoScan < budgets.serviceDrain);
      assert.ok(budgets.transformWait < budgets.requestTimeout);
      assert.ok(budgets.headersTimeout < budgets.requestTimeout);
      assert.ok(OBJECT_STORE_TIMES.attempt * OBJECT_STORE_TIMES.attempts < budgets.requestTimeout);
      assert.ok(budgets.requestTimeout < budgets.loadBalancerIdle);
      assert.ok(budgets.loadBalancerIdle < budgets.keepAlive);
    }),
  );
});
