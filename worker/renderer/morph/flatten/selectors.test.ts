import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'css-tree';
import type { SvgElement } from '../../svg/svg-element.ts';
import { selects, specificity } from './selectors.ts';

function element(name: string, attributes: Record<string, string> = {}): SvgElement {
  const list = Object.entries(attributes).map(([key, value]) => ({ name: key, namespace: '', value }));
  return { name, namespace: 'http://www.w3.org/2000/svg', attributes: list, children: [] };
}

function selector(text: string) {
  const node = parse(text, { context: 'selector' });
  assert.ok(node.type === 'Selector');
  return node;
}

const path = [
  element('svg'),
  element('g', { id: 'a' }),
  element('g', { class: 'b c' }),
  element('path', { class: 'd' }),
];

for (const text of [
  '*',
  'path',
  '.d',
  'path.d',
  'g path',
  'g > .d',
  '#a > .b.c > path',
  'svg path',
  '#a .d',
  'g g path',
]) {
  test(`${text} picks the path`, () => assert.ok(selects(selector(text), path)));
}

for (const text of [
  'g',
  '.b',
  'svg > path',
  '#a > path',
  'g g g path',
  'path path',
  '.d:hover',
  '.b + path',
  '[class]',
]) {
  test(`${text} does not pick the path`, () => assert.ok(!selects(selector(text), path)));
}

test('ids outweigh classes, and classes outweigh types', () => {
  const weights = ['*', 'g path', '.d', 'path.d', '#a'].map((text) => specificity(selector(text)));
  assert.deepEqual(
    weights,
    [...weights].sort((a, b) => a - b),
  );
  assert.equal(new Set(weights).size, weights.length);
});

test('a selector that could be tried in ever so many ways is judged at once', () => {
  const deep = Array.from({ length: 100 }, () => element('g'));
  assert.ok(!selects(selector(`#none ${'g '.repeat(11)} g`), deep));
});
