import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { type Raster, toRaster, words } from '../raster.ts';
import { withPlainEdges } from './plain-edges.ts';

async function draw(content: string): Promise<Raster> {
  return toRaster(
    sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">${content}</svg>`)),
  );
}

/** The largest difference of two rasters in alpha, and in colour times alpha. */
function off(a: Raster, b: Raster): number {
  let most = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const [alpha = 0, beta = 0] = [a.data[at + 3], b.data[at + 3]];
    most = Math.max(most, Math.abs(alpha - beta));
    for (let i = at; i < at + 3; i++) {
      most = Math.max(most, Math.abs((a.data[i] ?? 0) * alpha - (b.data[i] ?? 0) * beta) / 255);
    }
  }
  return most;
}

test('the edges of one colour keep it, at eight steps of alpha, and hardly change', async () => {
  const drawn = await draw('<circle cx="100.3" cy="99.1" r="80" fill="#c0392b"/>');
  const plain = withPlainEdges(drawn);
  const colours = new Set(words(plain));
  assert.ok(new Set(words(drawn)).size > 50);
  assert.equal(colours.size, 8);
  for (let at = 0; at < plain.data.length; at += 4) {
    if (plain.data[at + 3] !== 0) assert.deepEqual([...plain.data.subarray(at, at + 3)], [0xc0, 0x39, 0x2b]);
  }
  assert.ok(off(drawn, plain) <= 20, `${off(drawn, plain)}`);
});

test('flat areas stay as they are, half transparent ones too, and edges between them hardly change', async () => {
  const drawn = await draw(
    '<rect width="120" height="200" fill="#123457"/><circle cx="110" cy="100" r="70" fill="#fedc13" opacity=".57"/>',
  );
  const plain = withPlainEdges(drawn);
  for (const [x, y] of [
    [10, 10],
    [100, 100],
    [150, 100],
    [190, 190],
  ] as const) {
    assert.deepEqual(
      plain.data.subarray((y * 200 + x) * 4, (y * 200 + x) * 4 + 4),
      drawn.data.subarray((y * 200 + x) * 4, (y * 200 + x) * 4 + 4),
    );
  }
  assert.ok(new Set(words(plain)).size < new Set(words(drawn)).size / 2);
  assert.ok(off(drawn, plain) <= 20, `${off(drawn, plain)}`);
});
