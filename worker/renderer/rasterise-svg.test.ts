import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cut, flatten, type Raster } from './raster.ts';
import { FILTERED_SIDE, rasteriseSvg } from './rasterise-svg.ts';
import { sanitiseSvg } from './svg/sanitise-svg.ts';
import { difference } from './testing/pixels.ts';
import { svgLogo } from './testing/real-logos.ts';

const BOX = { x: -3, y: 7, width: 90, height: 61 };
const SIZE = { width: 123, height: 77 };

for (const [title, content] of Object.entries({
  'soft edges': '<circle cx="40" cy="40" r="30.3" fill="#c0392b"/>',
  'half transparent areas': '<rect x="10" y="20" width="50.5" height="40" fill="#27ae60" opacity=".4"/>',
  blending: '<rect x="10" y="20" width="50" height="40" fill="#27ae60" style="mix-blend-mode:multiply"/>',
})) {
  test(`an SVG on a ground looks as it does when it is laid over it: ${title}`, async () => {
    const svg = sanitiseSvg(svgLogo(content).bytes);
    const onGround = await rasteriseSvg(svg, BOX, SIZE, '#ffd27f');
    const laidOver = flatten(await rasteriseSvg(svg, BOX, SIZE), '#ffd27f');
    assert.deepEqual([onGround.width, onGround.height], [123, 77]);
    assert.ok(difference([...onGround.data], [...laidOver.data]) <= 2);
    for (let at = 3; at < onGround.data.length; at += 4) assert.equal(onGround.data[at], 255);
  });
}

test('what has filters is where it is without them, however large it is drawn', async () => {
  const content = (attributes: string) => `<path ${attributes} d="M10 20h50v40h-50z" fill="#27ae60"/>`;
  const size = { width: FILTERED_SIDE + 400, height: 600 };
  const box = { x: 0, y: 0, width: 100, height: 25 };
  const draw = (attributes: string) => rasteriseSvg(sanitiseSvg(svgLogo(content(attributes)).bytes), box, size);
  const [filtered, plain] = [await draw('style="filter:opacity(1)"'), await draw('')];
  assert.deepEqual([filtered.width, filtered.height], [size.width, size.height]);
  const greens = ({ data }: Raster) => data.filter((_, at) => at % 4 === 3 && (data[at] ?? 0) > 127).length;
  assert.ok(Math.abs(greens(filtered) - greens(plain)) <= 600);
  for (const [x, y] of [
    [236, 478],
    [243, 485],
    [1436, 590],
    [1443, 590],
  ] as const) {
    const at = (y * size.width + x) * 4;
    assert.ok(difference([...filtered.data.subarray(at, at + 4)], [...plain.data.subarray(at, at + 4)]) <= 8);
  }
});

test('a large picture has no seams', async () => {
  const content =
    '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>' +
    '<mask id="m"><circle cx="50" cy="50" r="45" fill="#fff"/></mask>' +
    '<g mask="url(#m)" opacity=".8"><path d="M0 0h100v100h-100z" fill="url(#g)"/></g><path d="M0 50l100 7" stroke="#000"/>';
  const svg = sanitiseSvg(svgLogo(content).bytes);
  const box = { x: 0, y: 40, width: 100, height: 25 };
  const whole = await rasteriseSvg(svg, box, { width: 2400, height: 600 }, '#ffffff');
  for (const x of [0, 1190, 1200, 2380]) {
    const part = { x, y: 0, width: 20, height: 600 };
    const direct = await rasteriseSvg(svg, { ...box, x: x / 24, width: 20 / 24 }, part, '#ffffff');
    assert.ok(difference([...cut(whole, part).data], [...direct.data]) <= 20, `from ${x}`);
  }
});
