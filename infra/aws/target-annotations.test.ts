import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeBudgets } from '@logomorph/contract/time-budgets.ts';
import fc from 'fast-check';
import { targetAnnotations } from './target-annotations.ts';

const times = fc.record({
  renderTimeout: fc.integer({ min: 1, max: 600 }),
  deregistrationDelay: fc.integer({ min: 10, max: 300 }),
});

test('a load balancer lets a pod finish whatever it began, and in no longer than AWS takes', () => {
  fc.assert(
    fc.property(times, (given) => {
      const said = targetAnnotations(given)['alb.ingress.kubernetes.io/target-group-attributes'] ?? '';
      const delay = Number(/^deregistration_delay\.timeout_seconds=(\d+)$/.exec(said)?.[1]);
      // The pod serves on for the first of these before it hears of its end, for the second after it, and then drains.
      const { serviceReadyOff, serviceDrain } = timeBudgets(given);
      assert.ok(delay > serviceReadyOff + given.deregistrationDelay + serviceDrain, said);
      assert.ok(delay <= 3600, said);
    }),
  );
});
