import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCssColour } from './css-colour.ts';

for (const [text, rgb, alpha] of [
  ['#f80', 0xff8800, 1],
  ['#FF880080', 0xff8800, 128 / 255],
  ['Tomato', 0xff6347, 1],
  ['rgb(10%, 20%, 30%)', 0x1a334d, 1],
  ['rgb(255 136 0 / 50%)', 0xff8800, 0.5],
  ['hsl(120 100% 25%)', 0x008000, 1],
  ['oklch(1 0 0)', 0xffffff, 1],
  ['color(display-p3 0 0 0)', 0x000000, 1],
  ['transparent', 0x000000, 0],
] as const) {
  test(`${text} is a colour`, () => assert.deepEqual(parseCssColour(text), { rgb, alpha }));
}

test('what has no colour of its own is none', () => {
  for (const text of [
    'none',
    'currentColor',
    'inherit',
    'url(#a)',
    'var(--a)',
    'add',
    'bed',
    '123',
    '',
    'rgb()',
    'rgb(1 ',
    'color(red)',
    'drop-shadow(1px 1px red)',
  ]) {
    assert.equal(parseCssColour(text), undefined, text);
  }
});
