import assert from 'node:assert/strict';
import { test } from 'node:test';
import { darkSvg } from '../recolour/dark.ts';
import { sanitiseSvg } from '../svg/sanitise-svg.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { kitRecipe, renderAll } from '../testing/render-all.ts';
import { withDarkStyle } from './dark-style.ts';

const GROUND = { background: '#121212', contrast: 4.5 };
const SHAPE = 'd="M10 10h80v80h-80z"';

async function styled(content: string): Promise<string> {
  const light = sanitiseSvg(svgLogo(content).bytes);
  const result = withDarkStyle(light, await darkSvg(light, GROUND));
  assert.deepEqual(sanitiseSvg(result.svg).dropped, [], 'the sanitiser would keep all of it');
  return result.svg.toString();
}

test('a dark colour becomes a light one where the colour scheme is dark, and stays elsewhere', async () => {
  const svg = await styled(`<path ${SHAPE} fill="#102040"/>`);
  assert.match(svg, /@media \(prefers-color-scheme:dark\)\{.*\.dark-\d\{fill:#[0-9a-f]{6}\}/);
  assert.match(svg, /<path [^>]*fill="#102040"[^>]*class="dark-\d"/);
});

test('ink that is black by default is given a colour in the dark', async () => {
  assert.match(await styled(`<path ${SHAPE}/>`), /^<svg [^>]*class="dark-1".*\.dark-1\{fill:#[0-9a-f]{6}\}/);
});

test('what a style attribute says is won over', async () => {
  assert.match(await styled(`<path ${SHAPE} style="fill:#102040"/>`), /\{fill:#[0-9a-f]{3,6}!important\}/);
});

test('a style sheet comes once more, behind itself and in other colours', async () => {
  const svg = await styled(`<style>.a{fill:#102040}</style><path class="a" ${SHAPE}/>`);
  assert.match(
    svg,
    /<style>\.a\{fill:#102040\}<\/style><style>@media \(prefers-color-scheme:dark\)\{\.a\{fill:#(?!102040)/,
  );
});

test('an attribute that a rule for its element overrules gets no rule of its own', async () => {
  const svg = await styled(`<style>path{fill:#102040}</style><path fill="#401020" ${SHAPE}/>`);
  assert.doesNotMatch(svg, /class="dark/);
});

test('classes stay, and a colour has one class', async () => {
  const svg = await styled(`<path class="mine" ${SHAPE} fill="#102040"/><path d="M0 0h5v5z" fill="#102040"/>`);
  assert.match(svg, /class="mine (dark-\d)".*class="\1"/);
});

test('a logo that is fine on dark ground is left alone', async () => {
  assert.doesNotMatch(await styled(`<g fill="none"><path ${SHAPE} fill="#ffffff"/></g>`), /<style|class=/);
});

test('a dark style of its own is kept as it is', async () => {
  const own = `<style>path{fill:#123}@media (prefers-color-scheme:dark){path{fill:#fed}}</style><path ${SHAPE}/>`;
  const files = await renderAll(svgLogo(own), kitRecipe({ include: ['favicon'] }));
  const icon = files.get('icon.svg')?.bytes.toString() ?? '';
  assert.equal(icon.match(/prefers-color-scheme/g)?.length, 1);
  assert.match(icon, /path\{fill:#fed\}/);
});
