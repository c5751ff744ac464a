import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { collectWarnings } from './warnings.ts';

test('warnings are kept once, and as many and as long as the limits say', () => {
  const warnings = collectWarnings();
  for (let n = 0; n < 100; n += 1) warnings.warn(`left out ${n % 60}`);
  warnings.warn('x'.repeat(1000));
  assert.deepEqual(
    warnings.all(),
    Array.from({ length: LIMITS.warnings }, (_, n) => `left out ${n}`),
  );
  const long = collectWarnings();
  long.warn('x'.repeat(1000));
  assert.deepEqual(long.all(), ['x'.repeat(LIMITS.warningCharacters)]);
});

test('a warning is text that a database takes, whatever name of the logo it tells', () => {
  const warnings = collectWarnings();
  warnings.warn('a\u0000b\nc');
  warnings.warn(`${'x'.repeat(LIMITS.warningCharacters - 1)}\u{1f600}`);
  for (const warning of warnings.all()) assert.match(warning, /^[^\p{Cc}\p{Cs}]+$/u);
});
