import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemName } from '@logomorph/contract/problem.ts';
import { isProblem } from '../testing/assert-problem.ts';
import { sanitiseSvg } from './sanitise-svg.ts';

function assertRefused(source: string, problem: ProblemName, detail: RegExp) {
  assert.throws(
    () => sanitiseSvg(Buffer.from(source)),
    (error) => isProblem(error, problem, detail),
  );
}

test('entities are refused before they are unrolled', () => {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const laughs = `<!DOCTYPE svg [<!ENTITY l0 "ha">${entities}]><svg xmlns="http://www.w3.org/2000/svg"><text>&l9;</text></svg>`;
  assertRefused(laughs, 'unreadable-logo', /DOCTYPE with declarations/);
  assertRefused('<svg><text>&undeclared;</text></svg>', 'unreadable-logo', /not well-formed/);
});

test('a document is refused by the limit it is over, and taken below it', () => {
  const nested = (depth: number) => `<svg>${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg>`;
  assertRefused(nested(100), 'logo-too-complex', /101 or more elements inside one another; the limit is 100/);
  assert.ok(sanitiseSvg(Buffer.from(nested(99))));
  assertRefused(
    `<svg>${'<g/>'.repeat(20_000)}</svg>`,
    'logo-too-complex',
    /20001 or more elements; the limit is 20000/,
  );
  const attributes = (count: number) => Array.from({ length: count }, (_, i) => `a${i}="1"`).join(' ');
  assertRefused(`<svg><g ${attributes(101)}/></svg>`, 'logo-too-complex', /101 or more attributes on one element/);
  assertRefused(
    `<svg><title>${'a'.repeat(2 ** 20)}</title></svg>`,
    'logo-too-complex',
    /characters; the limit is 1048576/,
  );
  assertRefused(`<svg><text>${'a'.repeat(1001)}</text></svg>`, 'logo-too-complex', /1001 characters in a text/);
  assert.ok(sanitiseSvg(Buffer.from(`<svg><text>${'a'.repeat(1000)}</text></svg>`)));
});

test('the characters of an embedded picture count as its own, and not as those of the document', () => {
  const data = `iVBORw0KGgo${'A'.repeat(2 ** 20)}`;
  const svg = `<svg><image href="data:image/png;base64,${data}"/></svg>`;
  assert.equal(sanitiseSvg(Buffer.from(svg)).pictures.length, 1);
});

test('style sheets are refused by the limit they are over', () => {
  const style = (css: string) => `<svg><style>${css}</style><g/></svg>`;
  assertRefused(style('.a{fill:red}'.repeat(2001)), 'logo-too-complex', /2001 or more rules/);
  assertRefused(style(`${'.a,'.repeat(2000)}.b{fill:red}`), 'logo-too-complex', /2001 or more selectors/);
  assertRefused(style(`${'.a '.repeat(13)}{fill:red}`), 'logo-too-complex', /25 simple selectors in a selector/);
  assertRefused(style(`.a{x:${'('.repeat(5000)}`), 'logo-too-complex', /brackets inside one another/);
  const deep = `<svg><style>g g g .a{fill:red}</style>${'<g>'.repeat(90)}${'<g/>'.repeat(90)}${'</g>'.repeat(90)}</svg>`;
  assertRefused(deep, 'logo-too-complex', /ways to match selectors with elements; the limit is 4000000/);
  const many = `<svg><style>${'.a{fill:red}'.repeat(1000)}</style>${'<g/>'.repeat(5000)}</svg>`;
  assertRefused(many, 'logo-too-complex', /5002000 ways to match selectors/);
});

for (const [where, content] of [
  ['path data', '<path d="M0 0L1e308 1"/>'],
  ['a transform', '<g transform="scale(1e30)"/>'],
  ['a length', '<rect width="12345678901"/>'],
  ['a style', '<rect style="stroke-width:1e10"/>'],
  ['a style sheet', '<style>rect{stroke-width:99999999999px}</style>'],
] as const) {
  test(`a number that no logo needs is refused in ${where}`, () => {
    assertRefused(`<svg>${content}</svg>`, 'logo-too-complex', /as a number; the limit is 1000000000/);
  });
}

test('digits that are no number are no large number', () => {
  const content = '<g id="SVGID_00000123456789012345678901_"/><path fill="url(#a99999999999)" stroke="#12e999"/>';
  assert.ok(sanitiseSvg(Buffer.from(`<svg>${content}</svg>`)));
});

test('references that go in circles, or too deep, are refused', () => {
  assertRefused('<svg><g id="a"><use href="#a"/></g></svg>', 'unreadable-logo', /refers to itself/);
  const chain = Array.from({ length: 5000 }, (_, i) => `<use id="u${i}" href="#u${i + 1}"/>`).join('');
  assertRefused(`<svg>${chain}</svg>`, 'logo-too-complex', /201 or more references inside one another/);
});

test('what is not SVG is refused, and what ends early is told from it', () => {
  assertRefused('<html/>', 'unreadable-logo', /root/);
  assertRefused('<svg xmlns="http://example.com/other"/>', 'unreadable-logo', /root/);
  assertRefused('<svg><g></svg>', 'unreadable-logo', /not well-formed/);
  assertRefused('<svg><path d="M0 0', 'truncated-logo', /ends before its end/);
  assertRefused('<svg><g>', 'truncated-logo', /ends before its end/);
});
