import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { svgLogo } from '../../testing/real-logos.ts';
import { sanitiseSvg } from '../sanitise-svg.ts';
import { limitPart } from './limit-drawing.ts';

const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

/** A zigzag whose lines all cross the middle. */
const zigzag = (lines: number) => `M0 0${repeat(lines, (i) => `L${(i * 37) % 100} ${i % 2 ? 0 : 100}`)}`;
/** Around a circle in many small steps, in and out: no straight line crosses many of them. */
const coast = (lines: number) =>
  `M50 50${repeat(lines, (i) => {
    const [angle, radius] = [(i * 2 * Math.PI) / lines, 40 + (i % 3)];
    return `L${(50 + radius * Math.cos(angle)).toFixed(3)} ${(50 + radius * Math.sin(angle)).toFixed(3)}`;
  })}`;
const filter = (primitives: string, attributes = '') =>
  `<filter id="f" ${attributes}>${primitives}</filter><rect width="100" height="100" filter="url(#f)"/>`;
const RECT = '<rect width="100" height="100"/>';
const COSTLY_FILTER = `<filter id="f">${'<feTurbulence numOctaves="9"/>'.repeat(5)}</filter>`;
const inPattern = (content: string) =>
  `<pattern id="p" width="1" height="1">${RECT.repeat(9)}</pattern><g fill="url(#p)">${content}</g>`;
const wide = (content: string) => `<g fill="none" stroke="red" stroke-width="90">${content}</g>`;

function refusal(content: string): string | undefined {
  try {
    sanitiseSvg(svgLogo(content).bytes);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof ProblemError, `${error}`);
    assert.equal(error.problem, 'logo-too-complex');
    return error.message;
  }
}

for (const [what, content, largest] of [
  ['lines that cross each other', `<path d="${zigzag(5000)}"/>`, 'outlines'],
  ['wide strokes over each other', `<path d="${coast(5000)}" fill="none" stroke="red" stroke-width="90"/>`, 'outlines'],
  ['a stroke that is inherited', `<g stroke="red" stroke-width="90"><path d="${coast(5000)}"/></g>`, 'outlines'],
  ['tiny dashes', '<path d="M0 0H100" stroke="red" stroke-dasharray=".001"/>', 'outlines'],
  ['tiny dashes of a rectangle', '<rect width="100" height="9" stroke="red" stroke-dasharray=".001"/>', 'outlines'],
  ['a dense path used often', `<path id="a" d="${zigzag(500)}"/>${'<use href="#a"/>'.repeat(50)}`, 'outlines'],
  ['a dense path pressed into view', `<path transform="skewX(89)" d="${coast(6000)}"/>`, 'outlines'],
  [
    'markers on a long path',
    `<marker id="m">${RECT.repeat(9)}</marker><path marker="url(#m)" d="${coast(5000)}"/>`,
    'markers',
  ],
  [
    'uses of uses',
    `<g id="l0">${RECT}</g>${repeat(9, (i) => `<g id="l${i + 1}">${`<use href="#l${i}"/>`.repeat(10)}</g>`)}`,
    'shapes',
  ],
  [
    'patterns of patterns',
    `${repeat(5, (i) => `<pattern id="p${i}" width="1" height="1">${`<rect fill="url(#p${i + 1})"/>`.repeat(20)}</pattern>`)}<rect fill="url(#p0)"/>`,
    'paints',
  ],
  [
    'patterns that a style sheet gives',
    `<style>.p{fill:url(#q)}</style><pattern id="q" width="1" height="1">${RECT.repeat(200)}</pattern>${'<rect class="p"/>'.repeat(200)}`,
    'paints',
  ],
  ['many masks', `<mask id="m">${RECT}</mask>${'<g mask="url(#m)"/>'.repeat(600)}`, 'layers'],
  ['many blends', '<g style="mix-blend-mode:hue"/>'.repeat(500), 'layers'],
  [
    'a complex clip path around much',
    `<clipPath id="c"><path d="${zigzag(600)}"/></clipPath><g clip-path="url(#c)">${RECT.repeat(100)}</g>`,
    'shapes',
  ],
  ['many radial gradients', `<radialGradient id="g"/>${'<circle r="9" fill="url(#g)"/>'.repeat(500)}`, 'paints'],
  [
    'gradients of many stops',
    `<linearGradient id="g">${'<stop/>'.repeat(2000)}</linearGradient>${'<circle r="9" fill="url(#g)"/>'.repeat(20)}`,
    'paints',
  ],
  ['a filter of many parts', filter('<feGaussianBlur stdDeviation="9"/>'.repeat(200)), 'filters'],
  ['a merge of many parts', filter(`<feMerge>${'<feMergeNode/>'.repeat(300)}</feMerge>`), 'filters'],
  ['a convolution of a large kernel', filter('<feConvolveMatrix order="30"/>'), 'filters'],
  ['morphologies', filter('<feMorphology radius="9"/>'.repeat(3)), 'filters'],
  ['filter functions', `<rect style="filter:${'blur(9px) '.repeat(50)}"/>`, 'filters'],
  ['filters by names in capitals', `${COSTLY_FILTER}${'<g filter="URL(#f)"/>'.repeat(20)}`, 'filters'],
  ['filters by an escape', `${COSTLY_FILTER}${'<g style="f\\69lter:url(#f)"/>'.repeat(20)}`, 'filters'],
  [
    'filters that are asked for from the group around',
    `${COSTLY_FILTER}<g filter="url(#f)">${'<g style="filter:inherit"/>'.repeat(20)}</g>`,
    'filters',
  ],
  ...['inherit', 'garbage', '5'].map(
    (fill) => [`patterns under a fill of ${fill}`, inPattern(`<rect fill="${fill}"/>`.repeat(200)), 'paints'] as const,
  ),
  ['a stroke under a width that is a mistake', wide(`<path stroke-width="x" d="${coast(5000)}"/>`), 'outlines'],
  [
    'a stroke under one that a style sheet takes away again',
    wide(`<style>.a{stroke:inherit}</style><path class="a" stroke="none" d="${coast(5000)}"/>`),
    'outlines',
  ],
  ['texts that are painted with patterns', inPattern('<text>a</text>'.repeat(200)), 'paints'],
  [
    'parts of a text that are painted with patterns',
    inPattern(`<text fill="red">${'<tspan fill="url(#p)">a</tspan>'.repeat(200)}</text>`),
    'paints',
  ],
  ['text used often', `<text id="t">${'a'.repeat(500)}</text>${'<use href="#t"/>'.repeat(9)}`, 'text'],
] as const) {
  test(`too much work is refused: ${what}`, () => {
    assert.match(
      refusal(content) ?? 'not refused',
      new RegExp(`units of work .*for its ${largest}; the limit is 2000`),
    );
  });
}

for (const [what, content] of [
  ['a long coast line', `<path d="${coast(10_000)}"/>`],
  ['a dotted line', '<path d="M0 0H100" stroke="red" stroke-linecap="round" stroke-dasharray="0 .5"/>'],
  [
    'a drop shadow on each of some shapes',
    `<filter id="f"><feOffset/><feGaussianBlur stdDeviation="3"/><feMerge><feMergeNode/><feMergeNode/></feMerge></filter>${'<rect filter="url(#f)"/>'.repeat(40)}`,
  ],
  [
    'a filter on a small region',
    filter('<feMorphology radius="1"/>'.repeat(20), 'filterUnits="userSpaceOnUse" x="9" y="9" width="9" height="9"'),
  ],
  [
    'hundreds of shapes with gradients',
    `<linearGradient id="g"><stop/></linearGradient>${'<rect fill="url(#g)"/>'.repeat(600)}`,
  ],
  ['what is never drawn', `<defs><path d="${zigzag(9000)}"/></defs>`],
] as const) {
  test(`it is taken: ${what}`, () => assert.equal(refusal(content), undefined));
}

test('layers inside one another are refused by their number, because each takes memory', () => {
  const nested = (depth: number) => `${'<g opacity=".5">'.repeat(depth)}${RECT}${'</g>'.repeat(depth)}`;
  assert.match(refusal(nested(13)) ?? '', /13 or more layers inside one another; the limit is 12/);
  assert.equal(refusal(nested(12)), undefined);
});

test('a tile of a pattern that is far larger than the picture is refused, whatever makes it large', () => {
  const tile = (attributes: string, rect = RECT) =>
    `<pattern id="p" ${attributes}>${RECT}</pattern><g fill="url(#p)">${rect}</g>`;
  for (const content of [
    tile('width="900" height="9" patternUnits="userSpaceOnUse"'),
    tile('width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="scale(100)"'),
    tile('width="9" height="9"'),
    tile('width="1" height="1"', '<path d="M0 0h900v9z"/>'),
    `<g transform="scale(100)">${tile('width="9" height="9" patternUnits="userSpaceOnUse"')}</g>`,
  ]) {
    assert.match(refusal(content) ?? 'not refused', /units of a side in the tile of a pattern; the limit is 800/);
  }
  assert.equal(refusal(tile('width="1" height="1"')), undefined);
});

test('what costs little as a whole is refused where a small part of it is drawn large', () => {
  const { root, viewBox } = sanitiseSvg(svgLogo(filter('<feMorphology radius=".1"/>'.repeat(4))).bytes);
  const part = { x: 0, y: 0, width: 2, height: 2 };
  limitPart(root, viewBox);
  assert.throws(() => limitPart(root, part), /for its filters/);
});

test('it is told how often each picture is drawn', () => {
  const image = '<image id="i" href="data:image/png;base64,iVBORw0KGgo="/>';
  const { pictures } = sanitiseSvg(svgLogo(`${image}${'<use href="#i"/>'.repeat(4)}${image}`).bytes);
  assert.deepEqual(
    pictures.map(({ drawn }) => drawn),
    [6],
  );
});
