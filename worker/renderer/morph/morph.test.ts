import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MorphRecipe } from '@logomorph/contract/recipe/morph.ts';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { asGifShows } from '../encode/animated-gif.ts';
import { flatten, type Raster, toRaster } from '../raster.ts';
import { render } from '../render.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { decodeAnimation, decodeApng, seen } from '../testing/animations.ts';
import { assertProblem } from '../testing/assert-problem.ts';
import { letterL, photograph, type TestLogo } from '../testing/logos.ts';
import { REAL_LOGOS, svgLogo } from '../testing/real-logos.ts';
import { renderAll, renderOne } from '../testing/render-all.ts';
import { looksLike } from './looks-like.ts';

const SIZE = { width: 120, height: 90 };

const ring = svgLogo('<path fill="#c0392b" fill-rule="evenodd" d="M5 5h90v90h-90zM30 30h40v40h-40z"/>');
const disc = svgLogo('<circle cx="60" cy="40" r="35" fill="#2980b9"/>', 'viewBox="0 0 120 80"');
const masked = svgLogo(
  '<mask id="m"><circle cx="50" cy="50" r="30" fill="#fff"/></mask><path fill="#080" d="M5 5h90v90z" mask="url(#m)"/>',
);
const photo: TestLogo = { format: 'png', bytes: await photograph(200).png().toBuffer() };
const letter: TestLogo = { format: 'png', bytes: await letterL(300, 100).png().toBuffer() };

function morphRecipe(fields: Partial<MorphRecipe> = {}): MorphRecipe {
  return completeRecipe('morph', { ...SIZE, duration: 500, fps: 10, hold: 0, ...fields });
}

async function morph(from: TestLogo, to: TestLogo, fields: Partial<MorphRecipe> = {}): Promise<RenderedFile> {
  const [file] = (await renderAll([from, to], morphRecipe(fields))).values();
  assert.ok(file);
  return file;
}

/** The logo as the product draws it on such a canvas when it stands still. */
async function still(logo: TestLogo, background = 'transparent'): Promise<Raster> {
  const file = await renderOne(logo, { ...SIZE, fit: 'contain' });
  const raster = await toRaster(sharp(file.bytes));
  return background === 'transparent' ? raster : flatten(raster, background);
}

async function framesOf({ bytes }: RenderedFile, format: MorphRecipe['format']): Promise<Raster[]> {
  if (format === 'apng') return (await decodeApng(bytes)).frames;
  if (format !== 'frames') return (await decodeAnimation(bytes)).frames;
  const files = Object.entries(unzipSync(bytes));
  return Promise.all(files.map(([, png]) => toRaster(sharp(png))));
}

const PAIRS = [
  ['shapes', ring, disc],
  ['a picture and shapes', photo, ring],
  ['pictures', letter, photo],
  ['an SVG that is not all shapes', masked, disc],
] as const;

for (const format of ['webp', 'apng', 'frames', 'gif'] as const) {
  for (const [what, from, to] of PAIRS) {
    for (const background of ['transparent', '#ffee00']) {
      test(`${format} of ${what} on ${background}: its first and last picture are the logos, to the pixel`, async () => {
        const file = await morph(from, to, { format, background });
        const frames = await framesOf(file, format);
        const shows = async (logo: TestLogo) => {
          const raster = await still(logo, background);
          return format === 'gif' ? asGifShows(raster) : seen(raster);
        };
        assert.equal(frames.length, 5);
        for (const [frame, logo] of [
          [frames[0], from],
          [frames.at(-1), to],
        ] as const) {
          assert.ok(frame);
          // Of a photograph's colours a GIF has room for 256: near ones, and its shape exactly.
          if (format === 'gif' && logo === photo) assertNear(frame, await shows(logo), 40);
          else assert.ok(seen(frame).data.equals((await shows(logo)).data));
        }
      });
    }
  }
}

function assertNear(a: Raster, b: Raster, most: number): void {
  let off = 0;
  for (let at = 0; at < b.data.length; at++) {
    const difference = Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0));
    off = Math.max(off, at % 4 === 3 ? difference * most : difference);
  }
  assert.ok(off <= most, `${off}`);
}

test('files are named and typed by their format, and pictures have their size', async () => {
  const facts = async (format: MorphRecipe['format']) => {
    const { name, mediaType, width, height } = await morph(ring, disc, { format });
    return [name, mediaType, width, height];
  };
  assert.deepEqual(await facts('webp'), ['morph.webp', 'image/webp', 120, 90]);
  assert.deepEqual(await facts('gif'), ['morph.gif', 'image/gif', 120, 90]);
  assert.deepEqual(await facts('apng'), ['morph.apng', 'image/apng', 120, 90]);
  assert.deepEqual(await facts('svg'), ['morph.svg', 'image/svg+xml', 120, 90]);
  assert.deepEqual(await facts('frames'), ['morph.zip', 'application/zip', undefined, undefined]);
});

test('a zip of frames has them in their order, from the first logo to the second', async () => {
  const { bytes } = await morph(ring, disc, { format: 'frames', loop: 'alternate' });
  assert.deepEqual(
    Object.keys(unzipSync(bytes)),
    [0, 1, 2, 3, 4].map((i) => `frame-00${i}.png`),
  );
});

test('the duration is that of the movement, and both logos stand still for as long as asked for', async () => {
  const { bytes } = await morph(ring, disc, { hold: 300 });
  assert.deepEqual((await decodeAnimation(bytes)).delays, [400, 100, 100, 100, 400]);
  const { bytes: gif } = await morph(ring, disc, { format: 'gif', fps: 60, duration: 300 });
  const { delays } = await decodeAnimation(gif);
  assert.deepEqual([delays.length, Math.min(...delays), delays.reduce((a, b) => a + b)], [15, 20, 300]);
  const short = await decodeAnimation((await morph(ring, disc, { format: 'gif', fps: 50, duration: 110 })).bytes);
  assert.deepEqual([short.delays.length, Math.min(...short.delays)], [5, 20]);
});

test('what plays once, repeats or alternates says so, and goes back by the same pictures', async () => {
  const loops: Record<string, number> = {};
  for (const loop of ['once', 'repeat', 'alternate'] as const) {
    loops[loop] = (await decodeAnimation((await morph(ring, disc, { loop })).bytes)).loop;
  }
  assert.deepEqual(loops, { once: 1, repeat: 0, alternate: 0 });
  const { frames } = await decodeAnimation((await morph(ring, disc, { loop: 'alternate' })).bytes);
  assert.equal(frames.length, 8);
  for (const [there, back] of [
    [1, 7],
    [2, 6],
    [3, 5],
  ] as const) {
    assert.ok(frames[there]?.data.equals(frames[back]?.data ?? Buffer.alloc(0)), `${there}`);
  }
});

test('an easing makes the movement slow where it says', async () => {
  const moved = async (easing: MorphRecipe['easing']) => {
    const frames = await framesOf(await morph(ring, disc, { easing, format: 'frames' }), 'frames');
    const change = (a = 0, b = 0) =>
      frames[a]?.data.reduce((sum, value, at) => sum + Math.abs(value - (frames[b]?.data[at] ?? 0)), 0) ?? 0;
    return change(0, 1) / change(3, 4);
  };
  const [slowStart, slowEnd] = [await moved('ease-in'), await moved('ease-out')];
  assert.ok(slowStart < 0.8 && slowEnd > 1.25, `${slowStart} ${slowEnd}`);
});

test('no picture of a morph of shapes differs much from the one before: neither at the ends nor on the way', async () => {
  for (const format of ['webp', 'apng', 'frames'] as const) {
    const frames = await framesOf(await morph(ring, disc, { format, duration: 2000, easing: 'linear' }), format);
    const alphas = frames.map(({ data }) => data.filter((_, at) => at % 4 === 3));
    const changes = alphas.slice(1).map((alpha, i) => {
      const before = alphas[i];
      return alpha.reduce((sum, value, at) => sum + Math.abs(value - (before?.[at] ?? 0)), 0);
    });
    const middle = [...changes].sort((a, b) => a - b)[10] ?? 0;
    assert.ok(Math.max(...changes) < 2 * middle, `${changes}`);
  }
});

test('an svg shows the first logo before it plays, animates each path, and rests at the second', async () => {
  const { bytes } = await morph(ring, disc, { format: 'svg', loop: 'alternate', hold: 250 });
  const svg = bytes.toString();
  assert.ok(looksLike(await toRaster(sharp(bytes)), await still(ring)));
  assert.match(svg, /<animate attributeName="d" dur="1500ms" repeatCount="indefinite" calcMode="spline"/);
  const [, keyTimes = '', values = ''] = /keyTimes="([^"]*)" [^>]*values="(M[^"]*)"/.exec(svg) ?? [];
  const states = values.split(';');
  assert.equal(states.length, keyTimes.split(';').length);
  const commands = states.map((state) => state.replace(/[^A-Z]/g, ''));
  assert.ok(
    commands.every((each) => each === commands[0]),
    'a viewer can only go between paths of the same commands',
  );
  const rest = /<g id="rest">(.*)<\/g>/.exec(svg)?.[1] ?? '';
  const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="90">${rest}</svg>`;
  assert.ok(looksLike(await toRaster(sharp(Buffer.from(alone))), await still(disc)));
  assert.match(svg, /prefers-reduced-motion:reduce\)\{#motion\{display:none\}#rest\{display:inline\}/);
});

test('an svg is as slow as its easing says, on its way back seen backwards', async () => {
  const { bytes } = await morph(ring, disc, { format: 'svg', loop: 'alternate', hold: 250, easing: 'ease-in' });
  assert.match(bytes.toString(), /keySplines="0 0 1 1;0.42 0 1 1;0 0 1 1;0 0 0.58 1"/);
  const once = await morph(ring, disc, { format: 'svg', loop: 'once', hold: 250 });
  assert.match(once.bytes.toString(), /begin="250ms" dur="500ms" fill="freeze" calcMode="spline" keyTimes="0;1"/);
});

test('an svg is refused of what is not all shapes', async () => {
  for (const [from, to] of [
    [photo, ring],
    [ring, photo],
    [masked, ring],
  ] as const) {
    await assertProblem(morph(from, to, { format: 'svg' }), 'format-not-possible', /two SVGs that are all shapes/);
  }
});

test('more frames or pixels than the limits are refused by value and limit, before any pixel is decoded', async () => {
  // It cannot be decoded, so nothing was if that is not what is said of it.
  const broken: TestLogo = { format: 'png', bytes: Buffer.from(photo.bytes) };
  broken.bytes.fill(0, 1000, 2000);
  const refused = (fields: Partial<MorphRecipe>, detail: RegExp) =>
    assertProblem(morph(broken, broken, fields), 'morph-too-large', detail);
  await refused({ duration: 10_000, fps: 60 }, /600 frames; the limit is 240/);
  await refused({ duration: 3000, fps: 60, loop: 'alternate' }, /358 frames; the limit is 240/);
  await refused({ duration: 1000, fps: 60, width: 2000, height: 1000 }, /120000000 pixels; the limit is 64000000/);
  await assertProblem(morph(broken, broken), 'unreadable-logo', /decoded/);
});

test('an empty logo is refused', async () => {
  await assertProblem(morph(svgLogo(''), ring), 'empty-logo', /transparent/);
  await assertProblem(morph(photo, svgLogo('<g/>'), { format: 'gif' }), 'empty-logo', /transparent/);
});

test('the same logos and recipe give the same bytes', async () => {
  for (const format of ['webp', 'gif', 'apng', 'svg', 'frames'] as const) {
    const [one, other] = [await morph(ring, disc, { format }), await morph(ring, disc, { format })];
    assert.ok(one.bytes.equals(other.bytes), format);
  }
});

test('a morph that is given up stops between two frames', async () => {
  const reason = new Error('given up');
  const controller = new AbortController();
  const { signal } = controller;
  let asked = 0;
  const counted = new Proxy(signal, {
    get(target, property) {
      if (property === 'throwIfAborted' && ++asked === 8) controller.abort(reason);
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const files = render([ring, disc], morphRecipe({ duration: 4000 }), { signal: counted, warn: () => {} });
  await assert.rejects(files.next(), (error) => error === reason);
  assert.equal(asked, 8);
});

test('a morph of 60 frames of 512 pixels is small', async () => {
  const [github, npm] = [REAL_LOGOS.GitHub, REAL_LOGOS.npm];
  assert.ok(github && npm);
  const { bytes } = await morph(github, npm, { width: 512, height: 512, duration: 2000, fps: 30 });
  assert.ok(bytes.length <= 300_000, `${bytes.length} bytes`);
});
