import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '@logomorph/contract/limits.ts';
import sharp from 'sharp';
import { openLogo } from '../open-logo.ts';
import { corpusLogos } from './corpus.ts';

const logos = await corpusLogos();

test('the corpus has six SVGs and six rasters, with names of their own', () => {
  assert.equal(new Set(logos.map(({ name }) => name)).size, 12);
  assert.equal(logos.filter(({ format }) => format === 'svg').length, 6);
});

test('the corpus is the same bytes each time it is made', async () => {
  for (const [index, { name, bytes }] of (await corpusLogos()).entries()) {
    assert.ok(bytes.equals(logos[index]?.bytes ?? Buffer.alloc(0)), name);
  }
});

for (const { name, format, bytes } of logos) {
  test(`${name} is a logo that is taken whole, and shows ink`, async () => {
    assert.ok(bytes.length <= LIMITS.logoBytes, `${bytes.length} bytes`);
    const logo = await openLogo(bytes, format);
    if (logo.kind === 'vector') assert.deepEqual(logo.svg.dropped, []);
    const { channels } = await sharp(bytes).ensureAlpha().stats();
    const spread = channels.map(({ min, max }) => max - min);
    assert.ok(Math.max(...spread) > 100, `the channels spread by ${spread}`);
  });
}
