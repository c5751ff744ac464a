import { edgePixels, isOpaque, type Raster, words } from './raster.ts';

/** The least of each channel of paper: what is darker, or has a hue, may be the plate of an app icon. */
const LEAST_WHITE = 240;
/** How far, in steps of 255 of a channel, pixels of paper may be from its colour: lossy formats leave as much. */
const PAPER_NOISE = { lossless: 4, lossy: 28 };
/** The share of the pixels along the edges that have to be paper. */
const PAPER_EDGE = 0.995;
/** How many pixels deep the edge of the ink is mixed with paper, by anti-aliasing and the halved chroma of JPEG. */
const SOFT_DEPTH = 3;
/** How far from the line between two colours their mixtures may be, in steps of 255 of a channel. */
const MIXTURE_NOISE = { lossless: 24, lossy: 72 };

type Colour = readonly [red: number, green: number, blue: number];

/**
 * A picture without the white paper that it was saved on: opaque pictures with white edges lose what is white from the
 * edges inwards, and the soft edge of what is left gets its own colour and alpha back. White that is enclosed stays, for
 * it may be a part of the logo. Any other picture, and blank paper, is given as it is.
 */
export function cutOutPaper(raster: Raster, quality: keyof typeof PAPER_NOISE): Raster {
  if (!isOpaque(raster)) return raster;
  const noise = PAPER_NOISE[quality];
  const paper = paperAround(raster, noise);
  if (!paper) return raster;
  const depth = depthBehindPaper(raster, paper, noise);
  if (!depth.some((value) => value > SOFT_DEPTH)) return raster;
  const data = Buffer.alloc(raster.data.length);
  const pixels = words({ ...raster, data });
  pixels.set(words(raster));
  for (let pixel = 0; pixel < depth.length; pixel++) {
    const behind = depth[pixel] ?? 0;
    if (behind === 0) pixels[pixel] = 0;
    else if (behind <= SOFT_DEPTH) data.set(unmixed(raster, pixel, paper, MIXTURE_NOISE[quality]), pixel * 4);
  }
  return { ...raster, data };
}

/** The white that nearly all pixels along the edges have, if they have one. */
function paperAround({ data, width, height }: Raster, noise: number): Colour | undefined {
  const edge = [...edgePixels({ x: 0, y: 0, width, height }, width)];
  const median = (channel: number) => {
    const values = edge.map((pixel) => data[pixel * 4 + channel] ?? 0).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  };
  const paper: Colour = [median(0), median(1), median(2)];
  if (Math.min(...paper) < LEAST_WHITE) return undefined;
  const alike = edge.filter((pixel) => isPaper(data, pixel * 4, paper, noise)).length;
  return alike >= edge.length * PAPER_EDGE ? paper : undefined;
}

function isPaper(data: Buffer, at: number, paper: Colour, noise: number): boolean {
  return (
    Math.abs((data[at] ?? 0) - paper[0]) <= noise &&
    Math.abs((data[at + 1] ?? 0) - paper[1]) <= noise &&
    Math.abs((data[at + 2] ?? 0) - paper[2]) <= noise
  );
}

/**
 * For each pixel its distance, in steps to a neighbour, from the paper that can be reached from the edges: 0 for that
 * paper itself, and SOFT_DEPTH + 1 for all that is farther.
 */
function depthBehindPaper(raster: Raster, paper: Colour, noise: number): Uint8Array {
  const { width, height } = raster;
  const depth = new Uint8Array(width * height).fill(SOFT_DEPTH + 1);
  reachPaper(depth, raster, paper, noise);
  for (let value = 1; value <= SOFT_DEPTH; value++) {
    for (let y = 0, pixel = 0; y < height; y++) {
      for (let x = 0; x < width; x++, pixel++) {
        if ((depth[pixel] ?? 0) <= value) continue;
        const isNext =
          (x > 0 && depth[pixel - 1] === value - 1) ||
          (x < width - 1 && depth[pixel + 1] === value - 1) ||
          depth[pixel - width] === value - 1 ||
          depth[pixel + width] === value - 1;
        if (isNext) depth[pixel] = value;
      }
    }
  }
  return depth;
}

/** Makes the depth 0 of the paper that can be reached from the edges, a run of pixels of a row at a time. */
function reachPaper(depth: Uint8Array, { data, width, height }: Raster, paper: Colour, noise: number): void {
  const seeds = [...edgePixels({ x: 0, y: 0, width, height }, width)];
  const isFree = (pixel: number) => depth[pixel] !== 0 && isPaper(data, pixel * 4, paper, noise);
  for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
    if (!isFree(seed)) continue;
    const row = seed - (seed % width);
    let [left, right] = [seed, seed];
    while (left > row && isFree(left - 1)) left--;
    while (right < row + width - 1 && isFree(right + 1)) right++;
    depth.fill(0, left, right + 1);
    for (const side of [-width, width]) {
      if (row + side < 0 || row + side >= depth.length) continue;
      let isRun = false;
      for (let pixel = left + side; pixel <= right + side; pixel++) {
        const free = isFree(pixel);
        if (free && !isRun) seeds.push(pixel);
        isRun = free;
      }
    }
  }
}

/**
 * The colour and alpha of a pixel at the edge, taken for a mixture of paper and the strongest colour near it; as it is
 * when it is no such mixture.
 */
function unmixed({ data, width, height }: Raster, pixel: number, paper: Colour, noise: number): number[] {
  const towards = (at: number): Colour => [
    (data[at] ?? 0) - paper[0],
    (data[at + 1] ?? 0) - paper[1],
    (data[at + 2] ?? 0) - paper[2],
  ];
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  const own = towards(pixel * 4);
  let [ink, strongest] = [pixel * 4, dot(own, own)];
  for (let row = Math.max(0, y - SOFT_DEPTH); row <= Math.min(height - 1, y + SOFT_DEPTH); row++) {
    for (let column = Math.max(0, x - SOFT_DEPTH); column <= Math.min(width - 1, x + SOFT_DEPTH); column++) {
      const at = (row * width + column) * 4;
      const colour = towards(at);
      if (dot(colour, colour) > strongest) [ink, strongest] = [at, dot(colour, colour)];
    }
  }
  const full = towards(ink);
  const alpha = strongest === 0 ? 0 : Math.min(1, Math.max(0, dot(own, full) / strongest));
  const rest = own.map((value, channel) => value - alpha * (full[channel] ?? 0));
  const isMixture = rest.every((value) => Math.abs(value) <= noise);
  if (!isMixture) return [...data.subarray(pixel * 4, pixel * 4 + 4)];
  return [...data.subarray(ink, ink + 3), Math.round(alpha * 255)];
}

function dot(a: Colour, b: Colour): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
