import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paint, type TestLogo } from '../testing/logos.ts';
import { type Pixels, pixelsOf, type Rgba } from '../testing/pixels.ts';
import { BLUE, edgedQuarters, GREEN, quarters, RED, YELLOW } from '../testing/quarters.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { renderOne } from '../testing/render-all.ts';

const NONE: Rgba = [0, 0, 0, 0];

async function variantOf(logo: TestLogo, fields: Parameters<typeof renderOne>[1]): Promise<Pixels> {
  return pixelsOf((await renderOne(logo, fields)).bytes);
}

/** The colours in the middles of the four quarters of a picture. */
function colours({ width, height, at }: Pixels) {
  const [left, right, top, bottom] = [width / 4, (width * 3) / 4, height / 4, (height * 3) / 4].map(Math.floor);
  assert.ok(left !== undefined && right !== undefined && top !== undefined && bottom !== undefined);
  return [at(left, top), at(right, top), at(left, bottom), at(right, bottom)];
}

for (const format of ['svg', 'png'] as const) {
  const logo = await quarters(format);

  test(`crop takes a part of a ${format} by its own units`, async () => {
    const part = await variantOf(logo, { crop: { left: 30, top: 10, width: 20, height: 20 } });
    assert.deepEqual([part.width, part.height], [20, 20]);
    assert.deepEqual(colours(part), [RED, GREEN, BLUE, YELLOW]);
    const corner = await variantOf(logo, { crop: { left: 40, top: 20, width: 40, height: 20 }, width: 300 });
    assert.deepEqual([corner.width, corner.height], [300, 150]);
    assert.deepEqual([corner.at(0, 0), corner.at(299, 149)], [YELLOW, YELLOW]);
  });

  for (const [name, edge] of [
    ['transparent', NONE],
    ['white', [255, 255, 255, 255]],
  ] as const) {
    test(`trim takes a ${name} edge of a ${format} away, and crop is before it`, async () => {
      const edged = await edgedQuarters(format, edge);
      const trimmed = await variantOf(edged, { trim: true, width: 80 });
      assert.deepEqual([trimmed.width, trimmed.height], [80, 40]);
      assert.deepEqual([trimmed.at(0, 0), trimmed.at(79, 39)], [RED, YELLOW]);
      const crop = { left: 0, top: 0, width: 50, height: 60 };
      const half = await variantOf(edged, { crop, trim: true, width: 40 });
      assert.deepEqual([half.width, half.height], [40, 40]);
      assert.deepEqual(colours(half), [RED, RED, BLUE, BLUE]);
    });
  }

  test(`trim leaves a ${format} without edges as it is`, async () => {
    const { width, height } = await variantOf(logo, { trim: true });
    assert.deepEqual([width, height], [80, 40]);
  });

  for (const [fields, size, expected] of [
    [{ rotate: 90 }, [40, 80], [BLUE, RED, YELLOW, GREEN]],
    [{ rotate: 180 }, [80, 40], [YELLOW, BLUE, GREEN, RED]],
    [{ rotate: 270 }, [40, 80], [GREEN, YELLOW, RED, BLUE]],
    [{ flip: 'horizontal' }, [80, 40], [GREEN, RED, YELLOW, BLUE]],
    [{ flip: 'vertical' }, [80, 40], [BLUE, YELLOW, RED, GREEN]],
    [{ flip: 'both' }, [80, 40], [YELLOW, BLUE, GREEN, RED]],
    [{ rotate: 90, flip: 'horizontal' }, [40, 80], [RED, BLUE, GREEN, YELLOW]],
    [{ rotate: 90, flip: 'vertical' }, [40, 80], [YELLOW, GREEN, BLUE, RED]],
    [{ rotate: 90, flip: 'both' }, [40, 80], [GREEN, YELLOW, RED, BLUE]],
  ] as const) {
    test(`a ${format} is turned by ${JSON.stringify(fields)}, rotated first`, async () => {
      const turned = await variantOf(logo, fields);
      assert.deepEqual([turned.width, turned.height], size);
      assert.deepEqual(colours(turned), expected);
    });
  }

  test(`any angle makes room for the corners of a ${format}, which are transparent`, async () => {
    const turned = await variantOf(logo, { rotate: 30, flip: 'horizontal' });
    assert.deepEqual([turned.width, turned.height], [89, 75]);
    assert.deepEqual([turned.at(1, 1), turned.at(87, 73)], [NONE, NONE]);
    // Rotated clockwise and then mirrored: what was in the top left corner is at the top, to the right.
    assert.deepEqual(turned.at(60, 20), RED);
    assert.deepEqual(turned.at(20, 52), YELLOW);
  });

  for (const [gravity, contained, covered] of [
    ['centre', [30, 20], [RED, GREEN, BLUE, YELLOW]],
    ['west', [30, 20], [RED, RED, BLUE, BLUE]],
    ['east', [30, 20], [GREEN, GREEN, YELLOW, YELLOW]],
    ['north', [30, 0], [RED, GREEN, BLUE, YELLOW]],
    ['southwest', [30, 40], [RED, RED, BLUE, BLUE]],
    ['attention', [30, 20], undefined],
  ] as const) {
    test(`gravity ${gravity} of a ${format}`, async () => {
      const box = { width: 80, height: 80, gravity };
      const inside = await variantOf(logo, { ...box, fit: 'contain' });
      const [x, top] = contained;
      assert.deepEqual([inside.at(x, top)[3], inside.at(x, top + 39)[3]], [255, 255]);
      const free = [top - 1, top + 40].filter((y) => y >= 0 && y < 80).map((y) => inside.at(x, y)[3]);
      assert.ok(free.length > 0 && free.every((alpha) => alpha === 0), `${free}`);
      if (covered) assert.deepEqual(colours(await variantOf(logo, { ...box, fit: 'cover' })), covered);
    });
  }

  test(`padding of a ${format} is free, and the size is as asked`, async () => {
    for (const padding of ['10px', '12.5%']) {
      const padded = await variantOf(logo, { width: 160, height: 80, fit: 'contain', padding });
      assert.deepEqual([padded.width, padded.height], [160, 80], padding);
      assert.deepEqual([padded.at(20, 9)[3], padded.at(80, 10)[3]], [0, 255], padding);
      assert.deepEqual([padded.at(80, 69)[3], padded.at(80, 70)[3]], [255, 0], padding);
      const cut = await variantOf(logo, { width: 80, height: 80, fit: 'cover', padding: '10px' });
      assert.deepEqual([cut.at(9, 40), cut.at(10, 11), cut.at(69, 68), cut.at(70, 40)], [NONE, RED, YELLOW, NONE]);
    }
  });

  test(`padding of a ${format} without a box is added to its own size`, async () => {
    const pixels = await variantOf(logo, { padding: '10px' });
    assert.deepEqual([pixels.width, pixels.height, pixels.at(9, 30), pixels.at(10, 10)], [100, 60, NONE, RED]);
    const percent = await variantOf(logo, { padding: '20%', width: 1000 });
    // The shorter side is 40 + 2 p, and p a fifth of it: p is 13⅓, and the whole 106⅔ × 66⅔.
    assert.deepEqual([percent.width, percent.height], [1000, 625]);
    assert.deepEqual([percent.at(500, 124)[3], percent.at(500, 125)[3]], [0, 255]);
    assert.deepEqual([percent.at(124, 300)[3], percent.at(125, 300)[3]], [0, 255]);
  });

  test(`radius makes the corners of a ${format} transparent, background and all`, async () => {
    const round = await variantOf(logo, {
      width: 80,
      height: 80,
      fit: 'contain',
      background: '#ffffff',
      radius: '50%',
    });
    assert.deepEqual([round.at(0, 0)[3], round.at(10, 10)[3], round.at(12, 12)[3]], [0, 0, 255]);
    const rim = [round.at(40, 0), round.at(0, 40), round.at(79, 40), round.at(40, 79)].map(([, , , alpha]) => alpha);
    assert.ok(Math.min(...rim) >= 250, `${rim}`);
    assert.deepEqual(round.at(20, 30), RED);
    const slight = await variantOf(logo, { radius: '4px' });
    assert.deepEqual([slight.at(0, 0)[3], slight.at(4, 0), slight.at(0, 4)], [0, RED, RED]);
  });
}

for (const gravity of ['attention', 'entropy'] as const) {
  test(`${gravity} finds the part that stands out`, async () => {
    for (const format of ['svg', 'png'] as const) {
      const dull = '<rect width="400" height="100" fill="#8a8a8a"/>';
      const mark = '<path d="M310 20h60v20h-20v40h-20v-40h-20z" fill="#f02020"/>';
      const drawn = svgLogo(dull + mark, 'viewBox="0 0 400 100"');
      const logo = format === 'svg' ? drawn : await asPng(drawn);
      const { at } = await variantOf(logo, { width: 100, height: 100, fit: 'cover', gravity });
      const reds = Array.from({ length: 100 }, (_, x) => at(x, 30)[0]).filter((red) => red > 200).length;
      assert.ok(reds >= 55, `${reds} of 60 columns of the mark are seen in the ${format}`);
    }
  });
}

async function asPng(logo: TestLogo): Promise<TestLogo> {
  return { format: 'png', bytes: (await renderOne(logo)).bytes };
}

test('turning by any angle leaves no fringe of what is transparent', async () => {
  const red = paint(80, 40, (x, y) => (x > 9 && x < 70 && y > 9 && y < 30 ? RED : NONE));
  const { width, height, at } = await variantOf({ format: 'png', bytes: await red.png().toBuffer() }, { rotate: 30 });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [reds, , , alpha] = at(x, y);
      assert.ok(alpha < 32 || reds > 205, `${x}, ${y}: ${at(x, y)}`);
    }
  }
});

test('a blurred background is the logo itself, covering and without its edges', async () => {
  const logo = await quarters('png');
  const { at } = await variantOf(logo, { width: 120, height: 120, fit: 'contain', background: 'blurred' });
  assert.deepEqual([at(30, 45), at(90, 75)], [RED, YELLOW]);
  const [red, green] = at(20, 10);
  assert.ok(red > 180 && green < 60, `${at(20, 10)} at the top left`);
  const [, middle] = at(60, 10);
  assert.ok(middle > 30 && middle < 140, `${at(60, 10)} between red and green`);
  assert.equal(at(60, 119)[3], 255);
});
