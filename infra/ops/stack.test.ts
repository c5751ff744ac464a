import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getConfig, isThrownAway, setConfig } from './stack.ts';
import { engineStack, skipWithoutEngine } from './testing/engine-stack.ts';

test('the engine is asked for settings once, and again when they have changed', {
  skip: skipWithoutEngine(),
}, async (t) => {
  await using made = await engineStack({ 'logomorph:environment': 'local' }, 'asked');
  const asked = t.mock.method(made.stack, 'getAllConfig').mock;
  assert.equal(await isThrownAway(made.stack), true);
  assert.equal(await getConfig(made.stack, 'logomorph:environment'), 'local');
  assert.equal(asked.callCount(), 1);
  await setConfig(made.stack, [{ key: 'logomorph:environment', value: 'prod', secret: false }]);
  assert.equal(await isThrownAway(made.stack), false);
  assert.equal(asked.callCount(), 2);
});
