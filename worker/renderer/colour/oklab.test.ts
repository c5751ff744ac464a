import assert from 'node:assert/strict';
import { test } from 'node:test';
import { converter } from 'culori';
import fc from 'fast-check';
import { contrastRatio } from './contrast.ts';
import { inGamut, lightOf, oklabOf, rgbOfOklab } from './oklab.ts';
import { BLACK, type Rgb, WHITE } from './srgb.ts';

const another = converter('oklab');
const rgb = fc.integer({ min: 0, max: 0xffffff });
const culori = (colour: Rgb) =>
  another({ mode: 'rgb', r: (colour >> 16) / 255, g: ((colour >> 8) & 0xff) / 255, b: (colour & 0xff) / 255 });

test('OKLab is that of another library', () => {
  fc.assert(
    fc.property(rgb, (colour) => {
      const [ours, theirs] = [oklabOf(colour), culori(colour)];
      for (const axis of ['l', 'a', 'b'] as const) assert.ok(Math.abs(ours[axis] - theirs[axis]) < 1e-6, axis);
    }),
  );
});

test('a colour comes back from OKLab as it was', () => {
  fc.assert(fc.property(rgb, (colour) => assert.equal(rgbOfOklab(oklabOf(colour)), colour)));
});

test('what sRGB has not is brought into it with its lightness and hue kept', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (l, hue) => {
      const asked = { l, a: 0.4 * Math.cos(hue), b: 0.4 * Math.sin(hue) };
      const given = inGamut(asked);
      assert.equal(given.l, l);
      assert.ok(Math.abs(given.a * asked.b - given.b * asked.a) < 1e-9);
      assert.ok(lightOf(given).every((channel) => channel > -1e-3 && channel < 1.001));
    }),
  );
});

test('contrast ratios are those of WCAG', () => {
  assert.equal(contrastRatio(BLACK, WHITE), 21);
  assert.equal(contrastRatio(0x336699, 0x336699), 1);
  // The well-known pair of greys around 4.5 on white.
  assert.equal(contrastRatio(0x767676, WHITE).toFixed(2), '4.54');
  assert.equal(contrastRatio(WHITE, 0x777777).toFixed(2), '4.48');
});
