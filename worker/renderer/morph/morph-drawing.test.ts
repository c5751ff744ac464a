import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TestLogo } from '../testing/logos.ts';
import { REAL_LOGOS, svgLogo } from '../testing/real-logos.ts';
import { holesOf, inkPartsOf } from '../testing/topology.ts';
import { drawFrame } from './morph-drawing.ts';
import { drawingOf, SIZE } from './testing/drawing-of.ts';
import '../testing/render-all.ts';

const disc = svgLogo('<circle cx="50" cy="50" r="40"/>');
const square = '<rect x="20" y="20" width="60" height="60"';

// A drawing is only given where its ends look as the SVGs do, so that there is one says that all of it was understood.
for (const [what, content] of [
  [
    'basic shapes',
    '<rect x="5" y="5" width="30" height="20" rx="4"/><ellipse cx="70" cy="20" rx="20" ry="9"/><polygon points="10,90 50,50 90,90"/>',
  ],
  [
    'transforms inside one another',
    `<g transform="translate(50 50) rotate(30)"><g transform="scale(.5 .8)">${square} transform="skewX(20)"/></g></g>`,
  ],
  [
    'uses, of symbols too',
    `<defs><g id="a">${square} fill="#a00"/></g><symbol id="s" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></symbol></defs><use href="#a" x="9" y="-9"/><use href="#s" x="5" y="60" width="30" height="30" fill="#00a"/>`,
  ],
  [
    'style sheets, by how specific they are',
    `<style>.b{fill:#0a0}rect{fill:#a00}#c{fill:#00a}g > .d{fill:#aa0}</style><g><rect class="b d" width="40" height="40"/><rect id="c" class="b" x="50" y="50" width="40" height="40" style="fill-opacity:.5"/></g>`,
  ],
  ['what is inherited, and current colours', `<g fill="currentColor" color="#a0f" opacity=".8">${square}/></g>`],
  [
    'holes by either rule',
    '<path fill-rule="evenodd" d="M5 5h40v40h-40zM15 15h20v20h-20z"/><path d="M55 55h40v40h-40zM65 65v20h20v-20z"/><path d="M55 5h40v40h-40zM65 15h20v20h-20z"/>',
  ],
  [
    'islands in holes',
    '<path fill-rule="evenodd" d="M5 5h90v90h-90zM20 20h60v60h-60zM35 35h30v30h-30zM42 42h16v16h-16z"/>',
  ],
  [
    'strokes',
    '<path d="M20 80L50 20 80 80" fill="none" stroke="#c22" stroke-width="8" stroke-linejoin="round" stroke-linecap="square"/>',
  ],
  ['dashes', '<path d="M10 50h80" stroke="#000" stroke-width="9" stroke-dasharray="12 8" stroke-dashoffset="5"/>'],
  ['fills with strokes', `${square} fill="#fc0" stroke="#333" stroke-width="6"/>`],
  ['smooth curves after arcs', '<path d="M10 50a20 20 0 0 1 40 0s10 30 40 0q-5 40-40 40t-40-40z"/>'],
  [
    'linear gradients',
    `<linearGradient id="g" x1=".2" y2="1"><stop stop-color="#f09"/><stop offset="1" stop-color="#09f"/></linearGradient>${square} transform="rotate(20 50 50)" fill="url(#g)"/>`,
  ],
  [
    'radial gradients in user space, by reference',
    `<defs><linearGradient id="s"><stop offset=".1" style="stop-color:#fff"/><stop offset="90%" stop-color="#d00" stop-opacity=".5"/></linearGradient><radialGradient id="g" href="#s" gradientUnits="userSpaceOnUse" cx="40" cy="40" r="50" gradientTransform="translate(5)"/></defs>${square} fill="url(#g)"/>`,
  ],
  ['what sticks out of the picture', '<circle cx="10" cy="50" r="60" fill="#08c"/>'],
  [
    'clip paths that cut nothing off',
    `<clipPath id="c"><rect width="100" height="100"/></clipPath><g clip-path="url(#c)">${square}/></g>`,
  ],
  [
    'what is not displayed',
    `<g display="none"><circle r="99"/></g><g visibility="hidden"><circle r="99"/></g>${square}/>`,
  ],
] as const) {
  test(`shapes are led on from ${what}, which look as in the SVG`, async () => {
    for (const [from, to] of [
      [svgLogo(content), disc],
      [disc, svgLogo(content)],
    ] as const) {
      assert.ok(await drawingOf(from, to));
    }
  });
}

for (const [what, content] of [
  ['text', '<text x="5" y="60" font-size="50" font-family="sans-serif">Abc</text>'],
  ['filters', `<filter id="f"><feGaussianBlur stdDeviation="6"/></filter>${square} filter="url(#f)"/>`],
  ['masks', `<mask id="m"><circle cx="50" cy="50" r="20" fill="#fff"/></mask>${square} mask="url(#m)"/>`],
  [
    'clip paths that cut off',
    `<clipPath id="c"><circle cx="50" cy="50" r="20"/></clipPath>${square} clip-path="url(#c)"/>`,
  ],
  [
    'patterns',
    `<pattern id="p" width=".2" height=".2"><circle cx="5" cy="5" r="4"/></pattern>${square} fill="url(#p)"/>`,
  ],
] as const) {
  test(`no drawing is made of ${what}`, async () => {
    assert.equal(await drawingOf(svgLogo(content), disc), undefined);
  });
}

test('every real logo is understood', async () => {
  for (const [title, logo] of Object.entries(REAL_LOGOS)) assert.ok(await drawingOf(logo, disc), title);
});

test('no drawing is made of more shapes than can be followed', async () => {
  const dots = Array.from(
    { length: 500 },
    (_, i) => `<rect x="${(i % 25) * 4}" y="${Math.floor(i / 25) * 4}" width="3" height="3"/>`,
  );
  assert.equal(await drawingOf(svgLogo(dots.join('')), disc), undefined);
});

/** The areas of the holes at even steps of a morph, those of a few pixels left out. */
async function holesOnTheWay(from: TestLogo, to: TestLogo): Promise<number[][]> {
  const drawing = await drawingOf(from, to);
  assert.ok(drawing);
  const steps = Array.from({ length: 21 }, (_, i) => i / 20);
  return Promise.all(steps.map(async (t) => holesOf(await drawFrame(drawing, t)).filter((pixels) => pixels > 4)));
}

const ring = svgLogo('<path fill-rule="evenodd" d="M5 5h90v90h-90zM30 30h40v40h-40z"/>');
const letterO = svgLogo('<path d="M50 5a45 45 0 1 0 0 90a45 45 0 1 0 0-90zm0 20a22 25 0 1 1 0 50a22 25 0 1 1 0-50z"/>');
const letterB = svgLogo(
  '<path d="M15 5h40c40 0 40 40 10 43c40 3 35 47-5 47h-45zM35 20v20h18c15 0 15-20 0-20zM35 57v23h20c17 0 17-23 0-23z"/>',
);

test('the hole of a letter stays open all the way to another letter with one, from first to last', async () => {
  for (const [from, to] of [
    [letterO, ring],
    [ring, letterO],
  ] as const) {
    const areas = await holesOnTheWay(from, to);
    assert.ok(
      areas.every((holes) => holes.length === 1),
      JSON.stringify(areas),
    );
    const [first = 0, last = 0] = [areas[0]?.[0], areas.at(-1)?.[0]];
    const least = Math.min(...areas.flat());
    assert.ok(least > 0.7 * Math.min(first, last), `${least} of ${first} and ${last} pixels`);
  }
});

test('the hole of a ring that is drawn as a line stays open while it becomes a letter, and back', async () => {
  const line = svgLogo(
    '<circle cx="50" cy="50" r="40" fill="none" stroke="#000" stroke-width="8" stroke-linecap="round"/>',
  );
  for (const [from, to] of [
    [line, letterO],
    [letterO, line],
  ] as const) {
    const drawing = await drawingOf(from, to);
    assert.ok(drawing);
    for (let t = 0; t <= 1; t += 0.1) {
      const { data } = await drawFrame(drawing, t);
      assert.equal(data[(80 * SIZE.width + 80) * 4 + 3], 0, `at ${t} it is filled`);
    }
  }
});

test('a hole without a partner shrinks to nothing, without a jump, and grows from nothing', async () => {
  const closing = (await holesOnTheWay(ring, disc)).map((holes) => holes.reduce((a, b) => a + b, 0));
  const opening = (await holesOnTheWay(disc, ring)).map((holes) => holes.reduce((a, b) => a + b, 0)).reverse();
  for (const areas of [closing, opening]) {
    const most = areas[0] ?? 0;
    assert.ok(most > 3000 && areas.at(-1) === 0, `${areas}`);
    const steps = areas.slice(1).map((area, i) => (areas[i] ?? 0) - area);
    assert.ok(
      steps.every((step) => step >= 0 && step < most / 8),
      `${areas}`,
    );
  }
});

test('of two holes one becomes the hole there is, and the other closes', async () => {
  const counts = (await holesOnTheWay(letterB, letterO)).map((holes) => holes.length);
  assert.equal(counts[0], 2);
  assert.equal(counts.at(-1), 1);
  assert.deepEqual(counts, [...counts].sort().reverse());
});

test('parts without a partner come out of others: there are never more parts than at the end that has most', async () => {
  const four = svgLogo(
    [
      [5, 5],
      [60, 5],
      [5, 60],
      [60, 60],
    ]
      .map(([x, y]) => `<rect x="${x}" y="${y}" width="35" height="35"/>`)
      .join(''),
  );
  const drawing = await drawingOf(disc, four);
  assert.ok(drawing);
  for (let t = 0; t <= 1; t += 0.05) {
    const parts = inkPartsOf(await drawFrame(drawing, t)).filter((pixels) => pixels > 4);
    assert.ok(parts.length >= 1 && parts.length <= 4, `${parts.length} parts at ${t}`);
  }
});

test('colours go by way of OKLab, from exactly the one to exactly the other', async () => {
  const [from, to] = [svgLogo(`${square} fill="#ff0000"/>`), svgLogo(`${square} fill="#0000ff"/>`)];
  const drawing = await drawingOf(from, to);
  assert.ok(drawing);
  const middle = async (t: number) => {
    const { data } = await drawFrame(drawing, t);
    const at = (80 * SIZE.width + 80) * 4;
    return data.subarray(at, at + 4).toString('hex');
  };
  // The middle is CSS' `color-mix(in oklab, red, blue)`.
  assert.deepEqual([await middle(0), await middle(0.5), await middle(1)], ['ff0000ff', '8c53a2ff', '0000ffff']);
});
