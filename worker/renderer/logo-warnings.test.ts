import assert from 'node:assert/strict';
import { test } from 'node:test';
import { svgLogo } from './testing/real-logos.ts';
import { renderAll, variantRecipe } from './testing/render-all.ts';

test('a render warns of text in an SVG, of what is left out of it, and of nothing else', async () => {
  const text = 'the SVG has text, whose font cannot be counted on: convert it to paths to keep its shapes';
  assert.deepEqual(await warningsOf('<text y="9"><tspan>Acme</tspan></text>'), [text]);
  assert.deepEqual(await warningsOf('<script/><text y="9">Acme</text>'), ['left out of the SVG: script', text]);
  assert.deepEqual(await warningsOf('<title>Acme</title><text> </text>'), []);
});

test('a render warns of an SVG without a size of its own', async () => {
  const cut = 'the SVG has no viewBox and no size: as in browsers, what lies outside of 300 x 150 is cut off';
  assert.deepEqual(await warningsOf('', 'width="100%"'), [cut]);
  assert.deepEqual(await warningsOf('', 'width="20" height="20"'), []);
});

test('a render warns of CSS that it draws without', async () => {
  const style = '<style>path{transform-origin:5px 5px;fill:var(--none)}rect{fill:light-dark(red,blue)}</style>';
  const said = 'drawn as if it were not in the SVG: ';
  assert.deepEqual(await warningsOf(style), [`${said}transform-origin`, `${said}var(--none)`, `${said}light-dark()`]);
  assert.deepEqual(await warningsOf('<path pathLength="9" d="M0 0h9"/>'), [`${said}pathLength`]);
  const shapes = '<style>svg{background:red}path{clip-path:circle(3px);d:path("M0 0h9v9z")}</style>';
  assert.deepEqual(await warningsOf(shapes), [`${said}background`, `${said}clip-path:circle()`, `${said}d`]);
  assert.deepEqual(await warningsOf('<g style="enable-background:new"/>'), []);
  assert.deepEqual(await warningsOf('<style>:root{--a:red;--b:var(--a)}path{fill:var(--b)}</style>'), []);
});

async function warningsOf(content: string, attributes?: string): Promise<string[]> {
  const warnings: string[] = [];
  await renderAll(svgLogo(`${content}<path d="M0 0h9v9z"/>`, attributes), variantRecipe({ width: 20 }), warnings);
  return warnings;
}
