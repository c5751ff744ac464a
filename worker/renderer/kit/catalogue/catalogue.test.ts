import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KIT_PARTS } from '@logomorph/contract/recipe/kit-parts.ts';
import { filesOf } from './catalogue.ts';

const namesOf = (...include: Parameters<typeof filesOf>[0]) => filesOf(include, 'vector').map(({ name }) => name);

/** As favicons 7.3.1 names them, told by what it made. */
const FAVICONS = [
  'favicon.ico',
  ...[16, 32, 48].map((side) => `favicon-${side}x${side}.png`),
  ...[36, 48, 72, 96, 144, 192, 256, 384, 512].map((side) => `android-chrome-${side}x${side}.png`),
  ...[57, 60, 72, 76, 114, 120, 144, 152, 167, 180, 1024].map((side) => `apple-touch-icon-${side}x${side}.png`),
  'apple-touch-icon.png',
  'apple-touch-icon-precomposed.png',
  ...[
    [640, 1136],
    [750, 1334],
    [1125, 2436],
    [1170, 2532],
    [1179, 2556],
    [828, 1792],
    [1242, 2688],
    [1242, 2208],
    [1284, 2778],
    [1290, 2796],
    [1488, 2266],
    [1536, 2048],
    [1620, 2160],
    [1640, 2160],
    [1668, 2388],
    [1668, 2224],
    [2048, 2732],
  ].flatMap(([short, long]) => [
    `apple-touch-startup-image-${short}x${long}.png`,
    `apple-touch-startup-image-${long}x${short}.png`,
  ]),
  ...['70x70', '144x144', '150x150', '310x150', '310x310'].map((size) => `mstile-${size}.png`),
  'yandex-browser-50x50.png',
];

test('compat has every file of the older generator, and browserconfig.xml is in no other part', () => {
  const pictures = namesOf('compat').filter((name) => /\.(png|ico)$/.test(name));
  assert.deepEqual(pictures.toSorted(), FAVICONS.toSorted());
  assert.equal(pictures.length, 66);
  for (const name of ['manifest.webmanifest', 'browserconfig.xml', 'yandex-browser-manifest.json']) {
    assert.ok(namesOf('compat').includes(name), name);
    assert.ok(!namesOf(...KIT_PARTS.filter((part) => part !== 'compat')).includes(name), name);
  }
});

test('a picture of compat has the size that is in its name', () => {
  for (const file of filesOf(['compat'], 'raster')) {
    const size = /(\d+)x(\d+)\.png$/.exec(file.name);
    if (file.kind === 'png' && size) {
      assert.deepEqual([`${file.drawing.width}`, `${file.drawing.height}`], [size[1], size[2]], file.name);
    }
  }
});

test('parts together have each file once', () => {
  const names = namesOf(...KIT_PARTS);
  assert.equal(new Set(names).size, names.length);
  for (const part of KIT_PARTS) for (const name of namesOf(part)) assert.ok(names.includes(name), name);
});

test('where parts name one file, modern makes it', () => {
  const ico = filesOf(['compat', 'modern'], 'vector').find(({ name }) => name === 'favicon.ico');
  assert.deepEqual(ico?.kind === 'ico' && ico.sides, [16, 32, 48]);
});

test('an icon.svg is of an SVG alone', () => {
  assert.ok(!filesOf(['modern'], 'raster').some(({ name }) => name === 'icon.svg'));
});

test('each file says in sentences why it exists and where it goes, and lies in one folder at most', () => {
  for (const { name, reason, place } of filesOf(KIT_PARTS, 'vector')) {
    assert.match(reason, /^[A-Z].*\.$/, name);
    assert.match(place, /^[A-Z].*\.$/, name);
    assert.ok(name.split('/').length <= 2, name);
  }
});
