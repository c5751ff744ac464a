import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { cutOutPaper } from './cut-out-paper.ts';
import { type Raster, toRaster } from './raster.ts';

/** An SVG drawn on a sheet of 200 by 120 pixels, and saved as a JPEG if that is asked for. */
async function sheet(content: string, { paper = '#ffffff', jpeg = false } = {}): Promise<Raster> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><rect width="200" height="120" fill="${paper}"/>${content}</svg>`;
  const drawn = sharp(Buffer.from(svg)).removeAlpha();
  return toRaster(jpeg ? sharp(await drawn.jpeg({ quality: 80 }).toBuffer()) : drawn);
}

const at = ({ data, width }: Raster, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];
const DISC = '<circle cx="100" cy="60" r="40" fill="#c1121f"/>';

for (const jpeg of [false, true]) {
  test(`white paper around a logo becomes transparent (${jpeg ? 'JPEG' : 'lossless'})`, async () => {
    const cut = cutOutPaper(await sheet(DISC, { jpeg }), jpeg ? 'lossy' : 'lossless');
    assert.equal(at(cut, 5, 5)[3], 0);
    assert.equal(at(cut, 150, 60)[3], 0);
    const [red = 0, , , alpha] = at(cut, 100, 60);
    assert.equal(alpha, 255);
    assert.ok(Math.abs(red - 0xc1) < 6);
  });

  test(`no white is left at the edge of the ink (${jpeg ? 'JPEG' : 'lossless'})`, async () => {
    const cut = cutOutPaper(await sheet(DISC, { jpeg }), jpeg ? 'lossy' : 'lossless');
    for (let pixel = 0; pixel < cut.width * cut.height; pixel++) {
      const [, green = 0, , alpha = 0] = [...cut.data.subarray(pixel * 4, pixel * 4 + 4)];
      assert.ok(alpha === 0 || green < 0x12 + 70, `a pixel of alpha ${alpha} has green ${green}`);
    }
  });
}

test('laid on its paper again, it looks as it did', async () => {
  const before = await sheet(`${DISC}<path d="M10 10h30v30" fill="#003049"/>`);
  const cut = cutOutPaper(before, 'lossless');
  const again = await toRaster(
    sharp(cut.data, { raw: { width: cut.width, height: cut.height, channels: 4 } }).flatten({ background: '#ffffff' }),
  );
  for (let byte = 0; byte < before.data.length; byte++) {
    assert.ok(Math.abs((before.data[byte] ?? 0) - (again.data[byte] ?? 0)) <= 26, `byte ${byte}`);
  }
});

test('white that is enclosed stays, for it may be a part of the logo', async () => {
  const cut = cutOutPaper(await sheet(`${DISC}<circle cx="100" cy="60" r="15" fill="#ffffff"/>`), 'lossless');
  assert.deepEqual(at(cut, 100, 60), [255, 255, 255, 255]);
});

test('a plate of a colour, a grey sheet, a picture to the edges and blank paper stay as they are', async () => {
  for (const whole of [
    await sheet(DISC, { paper: '#0b5cff' }),
    await sheet(DISC, { paper: '#d0d0d0' }),
    await sheet('<rect y="60" width="200" height="60" fill="#003049"/>'),
    await sheet(''),
  ]) {
    assert.ok(cutOutPaper(whole, 'lossless').data.equals(whole.data));
  }
});

test('a picture with transparency is not touched', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120">${DISC}</svg>`;
  const drawn = await toRaster(sharp(Buffer.from(svg)));
  assert.equal(cutOutPaper(drawn, 'lossless'), drawn);
});
