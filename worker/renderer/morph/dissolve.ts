import { type Box, containScale, type Size } from '../geometry.ts';
import type { Raster } from '../raster.ts';
import type { Still } from './still.ts';

/**
 * The picture between two that have no shapes in common: both move and grow such that their ink stays inside one box,
 * which goes from the ink box of the first to that of the second, while the first fades into the second.
 * @param t from 0, where it is the first, to 1
 */
export function dissolve(from: Still, to: Still, t: number): Raster {
  const { width, height } = from.raster;
  const box = boxBetween(from.ink, to.ink, t);
  const layers = [
    { ...layerIn(from, box, { width, height }), weight: 1 - t },
    { ...layerIn(to, box, { width, height }), weight: t },
  ];
  const data = Buffer.alloc(width * height * 4);
  const line = new Float32Array(width * 4);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    for (const { raster, columns, rows, weight } of layers) addLine(line, raster, columns, { taps: rows, y }, weight);
    writeLine(data, y * width * 4, line);
  }
  return { data, width, height };
}

function boxBetween(from: Box, to: Box, t: number): Box {
  const mix = (a: number, b: number) => a + (b - a) * t;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}

/** Which pixels each pixel of an axis is made of: `each` places one after the other, and their shares. */
interface Taps {
  each: number;
  at: Int32Array;
  shares: Float32Array;
}

/** Which pixels of a still each column and row of the canvas shows, when its ink is fitted into a box. */
function layerIn({ raster, ink }: Still, box: Box, canvas: Size) {
  const scale = containScale(ink, box);
  const start = (boxStart: number, boxLength: number, inkStart: number, inkLength: number) =>
    boxStart + boxLength / 2 - (inkStart + inkLength / 2) * scale;
  return {
    raster,
    columns: taps(canvas.width, start(box.x, box.width, ink.x, ink.width), scale),
    rows: taps(canvas.height, start(box.y, box.height, ink.y, ink.height), scale),
  };
}

/** Linear interpolation, wide enough that nothing is left out when it is made smaller. */
function taps(length: number, start: number, scale: number): Taps {
  const reach = Math.max(1, 1 / scale);
  const each = Math.ceil(2 * reach) + 1;
  const [at, shares] = [new Int32Array(length * each), new Float32Array(length * each)];
  for (let i = 0; i < length; i++) {
    const centre = (i + 0.5 - start) / scale - 0.5;
    const first = Math.ceil(centre - reach);
    const share = (place: number) => Math.max(0, 1 - Math.abs(place - centre) / reach);
    let sum = 0;
    for (let tap = 0; tap < each; tap++) sum += share(first + tap);
    for (let tap = 0; tap < each; tap++) {
      const place = first + tap;
      if (place < 0 || place >= length) continue;
      at[i * each + tap] = place;
      shares[i * each + tap] = share(place) / sum;
    }
  }
  return { each, at, shares };
}

/** Adds a line of a raster to a line of red, green and blue times alpha, and alpha, all from 0 to 255. */
function addLine(
  line: Float32Array,
  raster: Raster,
  columns: Taps,
  row: { taps: Taps; y: number },
  weight: number,
): void {
  const { data, width } = raster;
  const source = new Float32Array(width * 4);
  let [left, right] = [width, -1];
  for (let tap = row.y * row.taps.each; tap < (row.y + 1) * row.taps.each; tap++) {
    const share = (row.taps.shares[tap] ?? 0) * weight;
    if (share === 0) continue;
    const start = (row.taps.at[tap] ?? 0) * width * 4;
    for (let i = 0; i < source.length; i += 4) {
      const alpha = (data[start + i + 3] ?? 0) * share;
      if (alpha === 0) continue;
      if (i < left * 4) left = i / 4;
      if (i > right * 4) right = i / 4;
      const part = alpha / 255;
      source[i] = (source[i] ?? 0) + (data[start + i] ?? 0) * part;
      source[i + 1] = (source[i + 1] ?? 0) + (data[start + i + 1] ?? 0) * part;
      source[i + 2] = (source[i + 2] ?? 0) + (data[start + i + 2] ?? 0) * part;
      source[i + 3] = (source[i + 3] ?? 0) + alpha;
    }
  }
  const { at, shares, each } = columns;
  for (let tap = 0; tap < at.length; tap++) {
    const [from, share] = [at[tap] ?? 0, shares[tap] ?? 0];
    if (share === 0 || from < left || from > right) continue;
    const to = Math.floor(tap / each) * 4;
    line[to] = (line[to] ?? 0) + (source[from * 4] ?? 0) * share;
    line[to + 1] = (line[to + 1] ?? 0) + (source[from * 4 + 1] ?? 0) * share;
    line[to + 2] = (line[to + 2] ?? 0) + (source[from * 4 + 2] ?? 0) * share;
    line[to + 3] = (line[to + 3] ?? 0) + (source[from * 4 + 3] ?? 0) * share;
  }
}

function writeLine(data: Buffer, start: number, line: Float32Array): void {
  for (let i = 0; i < line.length; i += 4) {
    const alpha = Math.round(line[i + 3] ?? 0);
    if (alpha === 0) continue;
    for (let channel = i; channel < i + 3; channel++) {
      data[start + channel] = Math.min(255, Math.round(((line[channel] ?? 0) * 255) / (line[i + 3] ?? 1)));
    }
    data[start + i + 3] = Math.min(255, alpha);
  }
}
