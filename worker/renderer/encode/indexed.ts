import { isSameSize, marginsAround, type Size } from '../geometry.ts';
import { ALPHA, type Raster, words } from '../raster.ts';

/** A raster of at most 256 colours, as an index a pixel into its colours. */
export interface IndexedRaster extends Size {
  /** RGBA, each as one big-endian number; those that are not opaque come first. */
  colours: number[];
  indices: Uint8Array;
}

/** The most colours of a palette, as indices have eight bits. */
export const MOST_COLOURS = 256;
/** Slots of the hash table: four times the colours, so that it stays sparse. */
const SLOTS = 1024;

/**
 * The raster by a palette of its exact colours; undefined when it has more than 256. All fully transparent
 * pixels are one colour, because what is under them cannot be seen.
 * @param margin a colour that the palette is to have too, as RGBA in one big-endian number
 */
export function indexed(raster: Raster, margin?: number): IndexedRaster | undefined {
  const pixels = words(raster);
  const indices = new Uint8Array(pixels.length);
  const keys = new Uint32Array(SLOTS);
  const slots = new Int16Array(SLOTS).fill(-1);
  const found: number[] = [];
  let previous = 0;
  let index = -1;
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const word = pixels[pixel] ?? 0;
    const key = (word & ALPHA) === 0 ? 0 : word;
    // Most pixels of a logo are as the one before.
    if (key !== previous || index < 0) {
      previous = key;
      let slot = Math.imul(key, 0x9e3779b1) >>> 22;
      while ((slots[slot] ?? 0) >= 0 && keys[slot] !== key) slot = (slot + 1) % SLOTS;
      index = slots[slot] ?? -1;
      if (index < 0) {
        if (found.length === MOST_COLOURS) return undefined;
        index = found.length;
        keys[slot] = key;
        slots[slot] = index;
        found.push(key === 0 ? 0 : raster.data.readUInt32BE(pixel * 4));
      }
    }
    indices[pixel] = index;
  }
  if (margin !== undefined && !found.includes(margin)) {
    if (found.length === MOST_COLOURS) return undefined;
    found.push(margin);
  }
  return { width: raster.width, height: raster.height, ...inPaletteOrder(found, indices) };
}

/** The raster in the middle of a canvas, which is filled with a colour of its palette. */
export function extendIndexed(raster: IndexedRaster, canvas: Size, margin: number): IndexedRaster {
  if (isSameSize(raster, canvas)) return raster;
  const { width, height } = canvas;
  const indices = new Uint8Array(width * height).fill(raster.colours.indexOf(margin));
  const { left, top } = marginsAround(raster, canvas);
  for (let y = 0; y < raster.height; y++) {
    indices.set(raster.indices.subarray(y * raster.width, (y + 1) * raster.width), (top + y) * width + left);
  }
  return { width, height, colours: raster.colours, indices };
}

/** Colours in the order of a palette: PNG stores alpha for a head of it only, so colours that need it go there. */
export function transparentFirst(colours: Iterable<number>): number[] {
  const isOpaque = (colour: number) => (colour & 0xff) === 0xff;
  return [...colours].sort((one, other) => Number(isOpaque(one)) - Number(isOpaque(other)));
}

function inPaletteOrder(found: number[], indices: Uint8Array): Pick<IndexedRaster, 'colours' | 'indices'> {
  const colours = transparentFirst(found);
  const moved = Uint8Array.from(found, (colour) => colours.indexOf(colour));
  if (moved.every((to, from) => to === from)) return { colours, indices };
  for (let pixel = 0; pixel < indices.length; pixel++) indices[pixel] = moved[indices[pixel] ?? 0] ?? 0;
  return { colours, indices };
}
