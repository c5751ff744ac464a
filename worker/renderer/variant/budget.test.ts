import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { assertProblem } from '../testing/assert-problem.ts';
import { photograph, type TestLogo } from '../testing/logos.ts';
import { quarters } from '../testing/quarters.ts';
import { renderOne } from '../testing/render-all.ts';
import { bestWithin } from './budget.ts';

const never = new AbortController().signal;
const photo: TestLogo = { format: 'png', bytes: await photograph(128).png().toBuffer() };

for (const format of ['jpeg', 'webp', 'avif'] as const) {
  test(`a ${format} takes the best quality that fits its budget`, async () => {
    const bytesAt = async (quality: number) => (await renderOne(photo, { format, quality })).bytes.length;
    const maxBytes = await bytesAt(37);
    const { bytes } = await renderOne(photo, { format, quality: 90, maxBytes });
    assert.ok(bytes.length <= maxBytes && bytes.length >= (await bytesAt(35)), `${bytes.length} of ${maxBytes}`);
    const within = await renderOne(photo, { format, quality: 30, maxBytes });
    assert.equal(within.bytes.length, await bytesAt(30), 'the quality asked for is the highest that is tried');
  });
}

for (const format of ['png', 'gif', 'ico', 'icns'] as const) {
  test(`a ${format} takes as many colours as fit its budget`, async () => {
    const size = { width: 64, height: 64, format };
    const full = (await renderOne(photo, size)).bytes.length;
    const maxBytes = Math.floor(full * 0.6);
    const { bytes } = await renderOne(photo, { ...size, maxBytes });
    assert.ok(
      bytes.length <= maxBytes && bytes.length > maxBytes * 0.2,
      `${bytes.length} of ${maxBytes}, ${full} in full`,
    );
  });
}

test('a PNG that fits its budget is exact', async () => {
  const logo = await quarters('png');
  const exact = await renderOne(logo, { width: 80 });
  assert.deepEqual((await renderOne(logo, { width: 80, maxBytes: exact.bytes.length })).bytes, exact.bytes);
});

test('a PNG over its budget has fewer colours, and they are near to what they were', async () => {
  const { bytes } = await renderOne(photo, { maxBytes: 9000 });
  const [own, other] = await Promise.all([bytes, photo.bytes].map((png) => sharp(png).flatten().raw().toBuffer()));
  assert.ok(own && other);
  const sum = own.reduce((total, value, index) => total + Math.abs(value - (other[index] ?? 0)), 0);
  assert.ok(sum / own.length < 12, `${sum / own.length} off on average`);
});

test('a budget that nothing fits is refused by name, with what was reached', async () => {
  for (const fields of [
    { format: 'jpeg' },
    { format: 'webp', lossless: true },
    { format: 'avif', lossless: true },
    { format: 'png' },
    { format: 'icns', width: 64, height: 64 },
  ] as const) {
    const detail = /^maxBytes is 100; the smallest file that was made has \d+ bytes$/;
    await assertProblem(renderOne(photo, { ...fields, maxBytes: 100 }), 'max-bytes-not-reached', detail);
  }
  const svg = renderOne(await quarters('svg'), { format: 'svg', maxBytes: 100 });
  await assertProblem(svg, 'max-bytes-not-reached', /maxBytes is 100/);
});

test('the bisection finds the first try that fits, and tries few', async () => {
  for (const maxBytes of [99, 50, 3, 1]) {
    const tried: number[] = [];
    const encode = async (size: number) => {
      tried.push(size);
      return Buffer.alloc(size);
    };
    const [first = 0, ...more] = Array.from({ length: 100 }, (_, index) => 100 - index);
    assert.equal((await bestWithin(maxBytes, [first, ...more], never, encode)).length, maxBytes);
    assert.ok(tried.length <= 9, `${tried}`);
  }
});

test('a render that is given up stops between two tries', async () => {
  const stop = new AbortController();
  const encode = async (size: number) => {
    stop.abort(new Error('given up'));
    return Buffer.alloc(size);
  };
  await assert.rejects(bestWithin(5, [9, 8, 7, 6, 5], stop.signal, encode), /given up/);
});
