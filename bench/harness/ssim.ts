import sharp from 'sharp';
import { sum } from './statistics.ts';

/** Pixels of a picture laid over a ground: three bytes each, row by row. */
interface Opaque {
  data: Buffer;
  width: number;
  height: number;
}

/** What transparent pixels are seen on; a difference in alpha shows on at least one of them. */
const GROUNDS = ['#ffffff', '#000000'];
const BLOCK = 4;
/** Of 8-bit pixels, as the paper has them. */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/**
 * The structural similarity of two pictures of one size, where 1 is equal: the mean of SSIM (Wang et al., 2004) over
 * windows of 8 × 8 pixels, 4 apart, and over red, green and blue; the lower one on white and on black. Not the one that
 * the renderer reduces colours by: a fault in that would not be seen by itself.
 */
export async function ssim(a: Buffer, b: Buffer): Promise<number> {
  const values: number[] = [];
  for (const ground of GROUNDS) values.push(similarity(await over(a, ground), await over(b, ground)));
  return Math.min(...values);
}

async function over(picture: Buffer, background: string): Promise<Opaque> {
  const { data, info } = await sharp(picture)
    .flatten({ background })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function similarity(a: Opaque, b: Opaque): number {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`Pictures of ${a.width} × ${a.height} and ${b.width} × ${b.height} cannot be compared`);
  }
  const channels = [0, 1, 2].map((channel) => ssimOfChannel(a, b, channel));
  return sum(channels) / channels.length;
}

function ssimOfChannel(a: Opaque, b: Opaque, channel: number): number {
  const [columns, rows] = [Math.ceil(a.width / BLOCK), Math.ceil(a.height / BLOCK)];
  const blocks = Array.from({ length: columns * rows }, (_, at) =>
    sumsOfBlock(a, b, channel, (at % columns) * BLOCK, Math.floor(at / columns) * BLOCK),
  );
  let total = 0;
  const [lastColumn, lastRow] = [Math.max(1, columns - 1), Math.max(1, rows - 1)];
  for (let row = 0; row < lastRow; row++) {
    for (let column = 0; column < lastColumn; column++) {
      const at = row * columns + column;
      const right = column + 1 < columns ? 1 : 0;
      const below = row + 1 < rows ? columns : 0;
      total += ssimOfWindow([at, at + right, at + below, at + right + below].map((block) => blocks[block] ?? NOTHING));
    }
  }
  return total / (lastColumn * lastRow);
}

/** Sums over the pixels of a block: their count, a, b, a², b², a·b. */
type Sums = readonly [count: number, a: number, b: number, aa: number, bb: number, ab: number];

const NOTHING: Sums = [0, 0, 0, 0, 0, 0];

function sumsOfBlock(a: Opaque, b: Opaque, channel: number, left: number, top: number): Sums {
  let [count, sumA, sumB, sumAa, sumBb, sumAb] = NOTHING;
  for (let y = top; y < Math.min(top + BLOCK, a.height); y++) {
    for (let x = left; x < Math.min(left + BLOCK, a.width); x++) {
      const at = (y * a.width + x) * 3 + channel;
      const [pixelA, pixelB] = [a.data[at] ?? 0, b.data[at] ?? 0];
      count++;
      sumA += pixelA;
      sumB += pixelB;
      sumAa += pixelA * pixelA;
      sumBb += pixelB * pixelB;
      sumAb += pixelA * pixelB;
    }
  }
  return [count, sumA, sumB, sumAa, sumBb, sumAb];
}

function ssimOfWindow(blocks: readonly Sums[]): number {
  let [count, a, b, aa, bb, ab] = NOTHING;
  for (const block of blocks) {
    count += block[0];
    a += block[1];
    b += block[2];
    aa += block[3];
    bb += block[4];
    ab += block[5];
  }
  const [meanA, meanB] = [a / count, b / count];
  const variances = aa / count - meanA * meanA + bb / count - meanB * meanB;
  const covariance = ab / count - meanA * meanB;
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((meanA * meanA + meanB * meanB + C1) * (variances + C2));
}
