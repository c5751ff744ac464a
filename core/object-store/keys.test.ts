import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outputKey } from './keys.ts';

test('an output may have folders before its name', () => {
  assert.equal(outputKey('t', 'k', 'a.png'), 't/outputs/k/a.png');
  assert.equal(outputKey('t', 'k', 'A.appiconset/icon 20@2x.png'), 't/outputs/k/A.appiconset/icon 20@2x.png');
  assert.equal(outputKey('t', 'k', 'res/mipmap/.a..b'), 't/outputs/k/res/mipmap/.a..b');
});

for (const name of [
  '',
  '.',
  '..',
  '/a',
  'a/',
  'a//b',
  '../a',
  'a/../../b',
  'a/..',
  './a',
  'a\\b',
  'a\0b',
  'a\nb',
  'ä',
]) {
  test(`an output is not kept under ${JSON.stringify(name)}`, () => {
    assert.throws(() => outputKey('t', 'k', name), /no name for an output/);
  });
}
