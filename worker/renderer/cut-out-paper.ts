import { isOpaque, type Raster } from './raster.ts';

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
  const data = Buffer.from(raster.data);
  for (let pixel = 0; pixel < depth.length; pixel++) {
    const behind = depth[pixel] ?? 0;
    if (behind === 0) data.fill(0, pixel * 4, pixel * 4 + 4);
    else if (behind <= SOFT_DEPTH) data.set(unmixed(raster, pixel, paper, MIXTURE_NOISE[quality]), pixel * 4);
  }
  return { ...raster, data };
}

/** The white that nearly all pixels along the edges have, if they have one. */
function paperAround({ data, width, height }: Raster, noise: number): Colour | undefined {
  const edge: number[] = [];
  for (let x = 0; x < width; x++) edge.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) edge.push(y * width, y * width + width - 1);
  const median = (channel: number) => {
    const values = edge.map((pixel) => data[pixel * 4 + channel] ?? 0).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  };
  const paper: Colour = [median(0), median(1), median(2)];
  if (Math.min(...paper) < LEAST_WHITE) return undefined;
  const alike = edge.filter((pixel) => isPaper(data, pixel * 4, paper, noise)).length;
  return alike >= edge.length * PAPER_EDGE ? paper : undefined;
}

function isPaper(data: Buffer, at: number, [red, green, blue]: Colour, noise: number): boolean {
  return (
    Math.abs((data[at] ?? 0) - red) <= noise &&
    Math.abs((data[at + 1] ?? 0) - green) <= noise &&
    Math.abs((data[at + 2] ?? 0) - blue) <= noise
  );
}

/**
 * For each pixel its distance, in steps to a neighbour, from the paper that can be reached from the edges: 0 for that
 * paper itself, and SOFT_DEPTH + 1 for all that is farther.
 */
function depthBehindPaper({ data, width, height }: Raster, paper: Colour, noise: number): Uint8Array {
  const depth = new Uint8Array(width * height).fill(SOFT_DEPTH + 1);
  const queue = new Int32Array(width * height);
  let end = 0;
  const enter = (pixel: number, value: number) => {
    if ((depth[pixel] ?? 0) <= value || (value === 0 && !isPaper(data, pixel * 4, paper, noise))) return;
    depth[pixel] = value;
    queue[end++] = pixel;
  };
  const spread = (from: number, to: number, step: number) => {
    for (let at = from; at < Math.min(to, end); at++) {
      const pixel = queue[at] ?? 0;
      const value = (depth[pixel] ?? 0) + step;
      const x = pixel % width;
      if (x > 0) enter(pixel - 1, value);
      if (x < width - 1) enter(pixel + 1, value);
      if (pixel >= width) enter(pixel - width, value);
      if (pixel < width * (height - 1)) enter(pixel + width, value);
    }
  };
  for (let x = 0; x < width; x++) for (const y of [0, height - 1]) enter(y * width + x, 0);
  for (let y = 0; y < height; y++) for (const x of [0, width - 1]) enter(y * width + x, 0);
  spread(0, Number.POSITIVE_INFINITY, 0);
  for (let [value, from] = [1, 0]; value <= SOFT_DEPTH; value++) {
    const to = end;
    spread(from, to, 1);
    from = to;
  }
  return depth;
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
