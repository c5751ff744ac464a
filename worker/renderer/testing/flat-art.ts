import fc from 'fast-check';
import { hexOf, type Rgb } from '../colour/srgb.ts';
import type { Raster } from '../raster.ts';
import { paint, type TestLogo } from './logos.ts';
import { svgLogo } from './real-logos.ts';

/** Rectangles of single colours, the later ones over the earlier, on nothing. */
type FlatArt = readonly { x: number; y: number; width: number; height: number; rgb: Rgb }[];

const SIDE = 60;
const colour = fc.oneof(
  fc.integer({ min: 0, max: 0xffffff }),
  fc.constantFrom(0x000000, 0xffffff, 0x1d4ed8, 0x0a2540, 0xffcc00, 0x7f7f7f),
);
const place = fc.integer({ min: 2, max: 34 });
const length = fc.integer({ min: 6, max: 18 });

/** In a corner, so that the edges of the box around all are free: what fills a box to its edges is a plate. */
const CORNER = { x: 54, y: 54, width: 4, height: 4, rgb: 0x2e8b57 };

/** Any flat art that has no plate. */
export const flatArt: fc.Arbitrary<FlatArt> = fc
  .array(fc.record({ x: place, y: place, width: length, height: length, rgb: colour }), { minLength: 1, maxLength: 6 })
  .map((art) => [...art, CORNER]);

export function flatSvg(art: FlatArt): TestLogo {
  const rectangles = art.map(
    ({ x, y, width, height, rgb }, index) =>
      // Each way to say a colour in turn.
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${index % 2 ? `style="fill:${hexOf(rgb)}"` : `fill="${hexOf(rgb)}"`}/>`,
  );
  return svgLogo(rectangles.join(''), `viewBox="0 0 ${SIDE} ${SIDE}"`);
}

export async function flatPng(art: FlatArt): Promise<TestLogo> {
  const picture = paint(SIDE, SIDE, (x, y) => {
    const top = art.findLast((one) => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height);
    return top ? [top.rgb >> 16, (top.rgb >> 8) & 0xff, top.rgb & 0xff, 255] : [0, 0, 0, 0];
  });
  return { format: 'png', bytes: await picture.png().toBuffer() };
}

/** The colours of the pixels that are opaque and equal to all around them, so that no edge has a part in them. */
export function areaColours({ data, width, height }: Raster): Set<Rgb> {
  const colours = new Set<Rgb>();
  const pixel = (x: number, y: number) => data.readUInt32BE((y * width + x) * 4);
  const isArea = (x: number, y: number, rgba: number) => {
    for (let row = y - 1; row <= y + 1; row++) {
      for (let column = x - 1; column <= x + 1; column++) if (pixel(column, row) !== rgba) return false;
    }
    return true;
  };
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const rgba = pixel(x, y);
      if ((rgba & 0xff) === 0xff && !colours.has(rgba >>> 8) && isArea(x, y, rgba)) colours.add(rgba >>> 8);
    }
  }
  return colours;
}
