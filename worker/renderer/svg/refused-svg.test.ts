import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError, type ProblemName } from '@logomorph/contract/problem.ts';
import { sanitiseSvg } from './sanitise-svg.ts';

function assertRefused(source: string, problem: ProblemName, detail: RegExp) {
  assert.throws(
    () => sanitiseSvg(Buffer.from(source)),
    (error) => {
      assert.ok(error instanceof ProblemError, `${error}`);
      assert.equal(error.problem, problem);
      assert.match(error.message, detail);
      return true;
    },
  );
}

test('entities are refused before they are unrolled', () => {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const laughs = `<!DOCTYPE svg [<!ENTITY l0 "ha">${entities}]><svg xmlns="http://www.w3.org/2000/svg"><text>&l9;</text></svg>`;
  assertRefused(laughs, 'unreadable-logo', /DOCTYPE with declarations/);
  assertRefused('<svg><text>&undeclared;</text></svg>', 'unreadable-logo', /not well-formed/);
});

test('documents beyond the limits are refused by the limit', () => {
  const nested = (depth: number) => `<svg>${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg>`;
  assertRefused(nested(100), 'unreadable-logo', /nests more than 100/);
  assert.ok(sanitiseSvg(Buffer.from(nested(99))));
  assertRefused(`<svg>${'<g/>'.repeat(20_000)}</svg>`, 'unreadable-logo', /more than 20000 elements/);
});

test('references that multiply, or go in circles, are refused', () => {
  const level = (i: number) => `<g id="l${i}">${`<use href="#l${i - 1}"/>`.repeat(10)}</g>`;
  const levels = Array.from({ length: 9 }, (_, i) => level(i + 1)).join('');
  assertRefused(`<svg><defs><path id="l0"/>${levels}</defs></svg>`, 'unreadable-logo', /more than 100000 elements/);
  const pattern = (i: number) => `<pattern id="p${i}">${`<rect fill="url(#p${i - 1})"/>`.repeat(20)}</pattern>`;
  const patterns = Array.from({ length: 5 }, (_, i) => pattern(i + 1)).join('');
  assertRefused(`<svg>${patterns}</svg>`, 'unreadable-logo', /more than 100000 elements/);
  assertRefused('<svg><g id="a"><use href="#a"/></g></svg>', 'unreadable-logo', /refers to itself/);
  const chain = Array.from({ length: 5000 }, (_, i) => `<use id="u${i}" href="#u${i + 1}"/>`).join('');
  assertRefused(`<svg>${chain}</svg>`, 'unreadable-logo', /nest more than 200 deep/);
});

test('what is not SVG is refused, and what ends early is told from it', () => {
  assertRefused('<html/>', 'unreadable-logo', /root/);
  assertRefused('<svg xmlns="http://example.com/other"/>', 'unreadable-logo', /root/);
  assertRefused('<svg><g></svg>', 'unreadable-logo', /not well-formed/);
  assertRefused('<svg><path d="M0 0', 'truncated-logo', /ends before its end/);
  assertRefused('<svg><g>', 'truncated-logo', /ends before its end/);
});
