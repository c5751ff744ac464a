import type { Box, Size } from '../geometry.ts';
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
    for (const { raster, columns, rows, weight } of layers) addLine(line, raster, columns, rows[y] ?? [], weight);
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

/** A pixel that a pixel of the canvas is made of, and its share. */
interface Tap {
  at: number;
  share: number;
}

/** Which pixels of a still each column and row of the canvas shows, when its ink is fitted into a box. */
function layerIn({ raster, ink }: Still, box: Box, canvas: Size) {
  const scale = Math.min(box.width / ink.width, box.height / ink.height);
  const start = (boxStart: number, boxLength: number, inkStart: number, inkLength: number) =>
    boxStart + boxLength / 2 - (inkStart + inkLength / 2) * scale;
  return {
    raster,
    columns: taps(canvas.width, start(box.x, box.width, ink.x, ink.width), scale),
    rows: taps(canvas.height, start(box.y, box.height, ink.y, ink.height), scale),
  };
}

/** Linear interpolation, wide enough that nothing is left out when it is made smaller. */
function taps(length: number, start: number, scale: number): Tap[][] {
  const reach = Math.max(1, 1 / scale);
  return Array.from({ length }, (_, i) => {
    const centre = (i + 0.5 - start) / scale - 0.5;
    const found: Tap[] = [];
    let sum = 0;
    for (let at = Math.ceil(centre - reach); at <= centre + reach; at++) {
      const share = 1 - Math.abs(at - centre) / reach;
      sum += share;
      if (share > 0 && at >= 0 && at < length) found.push({ at, share });
    }
    return found.map(({ at, share }) => ({ at, share: share / sum }));
  });
}

/** Adds a line of a raster to a line of red, green and blue times alpha, and alpha, all from 0 to 255. */
function addLine(line: Float32Array, raster: Raster, columns: Tap[][], rows: Tap[], weight: number): void {
  if (rows.length === 0) return;
  const source = new Float32Array(raster.width * 4);
  for (const { at, share } of rows) {
    const start = at * raster.width * 4;
    for (let i = 0; i < source.length; i += 4) {
      const alpha = (raster.data[start + i + 3] ?? 0) * share * weight;
      if (alpha === 0) continue;
      for (let channel = i; channel < i + 3; channel++) {
        source[channel] = (source[channel] ?? 0) + ((raster.data[start + channel] ?? 0) * alpha) / 255;
      }
      source[i + 3] = (source[i + 3] ?? 0) + alpha;
    }
  }
  for (const [x, tapsOfColumn] of columns.entries()) {
    for (const { at, share } of tapsOfColumn) {
      for (let channel = 0; channel < 4; channel++) {
        line[x * 4 + channel] = (line[x * 4 + channel] ?? 0) + (source[at * 4 + channel] ?? 0) * share;
      }
    }
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
