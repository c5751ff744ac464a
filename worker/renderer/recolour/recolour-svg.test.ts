import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { sanitiseSvg } from '../svg/sanitise-svg.ts';
import { paint } from '../testing/logos.ts';
import { difference, pixelsOf } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { recolourValue } from './recolour-css.ts';
import { recolourSvg } from './recolour-svg.ts';

/** Red becomes blue, black green, white yellow; others stay. */
async function recolour(content: string): Promise<string> {
  const becomes = new Map([
    [0xff0000, 0x0000ff],
    [0x000000, 0x00ff00],
    [0xffffff, 0xffff00],
  ]);
  const svg = await recolourSvg(sanitiseSvg(svgLogo(content).bytes), (rgb) => becomes.get(rgb) ?? rgb);
  // A recoloured SVG is one that the sanitiser would let through as it is.
  const again = sanitiseSvg(svg.svg);
  assert.deepEqual(again.dropped, []);
  assert.equal(again.svg.toString(), svg.svg.toString());
  return svg.svg.toString();
}

for (const [what, content, recoloured] of [
  ['an attribute', '<path fill="red" d="M0 0h9v9z"/>', 'fill="#0000ff"'],
  ['a stroke of a function', '<path stroke="rgb(255 0 0)" d="M0 0h9"/>', 'stroke="#0000ff"'],
  ['a colour with opacity', '<path fill="#f008" d="M0 0h9v9z"/>', 'fill="rgba(0,0,255,0.533)"'],
  ['a fallback of a paint server', '<path fill="url(#g) red" d="M0 0h9v9z"/>', 'fill="url(#g)#0000ff"'],
  ['a fallback of a variable', '<path fill="var(--a, red)" d="M0 0h9v9z"/>', 'fill="var(--a,#0000ff)"'],
  ['a style attribute', '<path style="opacity:.5;fill:red" d="M0 0h9v9z"/>', 'style="opacity:.5;fill:#0000ff"'],
  ['a style sheet', '<style>.a,#b>c{stroke:#F00!important}</style>', '.a,#b&gt;c{stroke:#0000ff!important}'],
  ['a media query', '<style>@media print{a{fill:red}}</style>', '@media print{a{fill:#0000ff}}'],
  ['a custom property', '<style>a{--x:red;fill:var(--x)}</style>', 'a{--x:#0000ff;fill:var(--x)}'],
  ['a stop', '<stop stop-color="red"/>', 'stop-color="#0000ff"'],
  ['a stop that says nothing', '<stop offset="1"/>', '<stop offset="1" stop-color="#00ff00"/>'],
  ['a flood', '<filter><feFlood flood-color="red"/></filter>', 'flood-color="#0000ff"'],
  ['a light that says nothing', '<filter><feDiffuseLighting/></filter>', 'lighting-color="#ffff00"'],
  ['a shadow', '<path style="filter:drop-shadow(1px 1px red)" d="M0 0h9v9z"/>', 'drop-shadow(1px 1px #0000ff)'],
  ['a colour that is current', '<g color="red"><path fill="currentColor" d="M0 0h9v9z"/></g>', 'color="#0000ff"'],
  ['the current colour by default', '<path fill="currentColor" d="M0 0h9v9z"/>', 'color="#00ff00"'],
  [
    'the fill by default',
    '<path d="M0 0h9v9z"/>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="#00ff00"',
  ],
  ['text', '<text fill="red" font-family="Red">red</text>', '<text fill="#0000ff" font-family="Red">red</text>'],
] as const) {
  test(`${what} is recoloured`, async () =>
    assert.ok((await recolour(content)).includes(recoloured), await recolour(content)));
}

for (const [what, content] of [
  ['what is not painted', '<path fill="none" stroke="none" d="M0 0h9v9z"/>'],
  ['what refers', '<path fill="url(#red)" stroke="context-stroke" d="M0 0h9v9z"/>'],
  ['another colour', '<path fill="#0f0f0f" d="M0 0h9v9z"/>'],
  ['what cannot be seen', '<path fill="transparent" d="M0 0h9v9z"/>'],
  ['what is no paint', '<style>a{font-family:red;opacity:1}</style>'],
] as const) {
  test(`${what} stays`, async () => assert.ok((await recolour(content)).includes(content), await recolour(content)));
}

test('no value of an attribute breaks it, and what has no colour is not touched', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('rgb(', 'hsl(1 2', 'color(', ')', '#f', 'var(--a,', ' ', '/', 'url(#a)', ','),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const value = parts.join('');
      assert.equal(
        recolourValue(value, (rgb) => rgb),
        value,
      );
      recolourValue(value, (rgb) => rgb ^ 1);
    }),
  );
});

test('masks keep their shape, whatever gives them their colours', async () => {
  const shapes = '<rect width="100" height="100" class="w"/><circle cx="50" cy="50" r="20"/>';
  const content = `<style>.w{fill:#fff}.r{fill:red}</style><mask id="m">${shapes}</mask><rect class="r" width="100" height="100" mask="url(#m)"/>`;
  const { at } = await pixelsOf(
    await sharp(Buffer.from(await recolour(content)))
      .png()
      .toBuffer(),
  );
  assert.deepEqual(at(10, 10), [0, 0, 255, 255]);
  assert.equal(at(50, 50)[3], 0);
});

test('a picture is recoloured by its pixels', async () => {
  const picture = await paint(20, 20, (x) => (x < 10 ? [255, 0, 0, 255] : [0, 0, 0, 0]))
    .png()
    .toBuffer();
  const content = `<image href="data:image/png;base64,${picture.toString('base64')}" width="100" height="100"/>`;
  const { at } = await pixelsOf(
    await sharp(Buffer.from(await recolour(content)))
      .png()
      .toBuffer(),
  );
  assert.ok(difference(at(20, 50), [0, 0, 255, 255]) <= 2);
  assert.equal(at(80, 50)[3], 0);
});
