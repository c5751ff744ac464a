import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pixelsOf, type Rgba } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { kitRecipe, renderAll, renderOne } from '../testing/render-all.ts';

const BLACK: Rgba = [0, 0, 0, 255];
const RED: Rgba = [255, 0, 0, 255];
const BLUE: Rgba = [0, 0, 255, 255];
const path = '<path d="M0 0h100v100h-100z"/>';

/** What a browser shows of CSS in front of a path, or with attributes of its own. */
const SHOWN: readonly (readonly [what: string, content: string, colour: Rgba])[] = [
  ['a variable of the root', `<style>:root{--c:red}path{fill:var(--c)}</style>${path}`, RED],
  ['a variable of a variable', `<style>svg{--a:var(--b);--b:red}path{fill:var(--a)}</style>${path}`, RED],
  ['a variable in an attribute', `<style>:root{--c:#f00}</style>${path.replace('d=', 'fill="var(--c,blue)" d=')}`, RED],
  ['a variable in a style', `<style>:root{--c:#f00}</style>${path.replace('d=', 'style="fill:var(--c)" d=')}`, RED],
  ['a fallback', `<style>path{fill:var(--c,rgb(255,0,0))}</style>${path}`, RED],
  [
    'a variable that dark schemes change',
    `<style>:root{--c:red}@media (prefers-color-scheme:dark){:root{--c:blue}}path{fill:var(--c)}</style>${path}`,
    RED,
  ],
  ['a rule for light schemes', `<style>@media (prefers-color-scheme: light){path{fill:red}}</style>${path}`, RED],
  ['a rule for screens', `<style>@media screen{path{fill:red}}@media print{path{fill:blue}}</style>${path}`, RED],
  ['a colour in a newer notation', path.replace('d=', 'fill="oklch(0.452 0.3132 264.05)" d='), BLUE],
  ['a variable that goes round', `<style>:root{--a:var(--b);--b:var(--a)}path{fill:var(--a)}</style>${path}`, BLACK],
];

for (const [what, content, colour] of SHOWN) {
  test(`${what} is drawn`, async () => {
    const { bytes } = await renderOne(svgLogo(content), { width: 20 });
    assert.deepEqual((await pixelsOf(bytes)).at(10, 10), colour);
  });
}

test('a variable brings no pattern, whose cost was not counted', async () => {
  const pattern =
    '<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><path fill="red" d="M0 0h9v9z"/></pattern>';
  const { bytes } = await renderOne(svgLogo(`<style>:root{--c:url(#p)}path{fill:var(--c)}</style>${pattern}${path}`), {
    width: 20,
  });
  assert.deepEqual((await pixelsOf(bytes)).at(10, 10), BLACK);
});

test('what is handed out keeps its variables and rules', async () => {
  const content = `<style>:root{--c:red}@media screen{path{fill:var(--c)}}</style>${path}`;
  const icon = (await renderAll(svgLogo(content), kitRecipe())).get('icon.svg');
  assert.match(`${icon?.bytes}`, /@media screen/);
  assert.match(`${icon?.bytes}`, /var\(--c\)/);
});
