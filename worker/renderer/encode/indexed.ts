import type { Raster } from '../raster.ts';

/** A raster of at most 256 colours, as an index a pixel into its colours. */
export interface IndexedRaster {
  width: number;
  height: number;
  /** RGBA, each as one big-endian number; those that are not opaque come first. */
  colours: number[];
  indices: Uint8Array;
}

const MOST_COLOURS = 256;

/**
 * The raster by a palette of its exact colours; undefined when it has more than 256. All fully transparent
 * pixels are one colour, because what is under them cannot be seen.
 */
export function indexed({ data, width, height }: Raster): IndexedRaster | undefined {
  const indexOf = new Map<number, number>();
  const indices = new Uint8Array(width * height);
  for (let pixel = 0; pixel < indices.length; pixel++) {
    const rgba = data.readUInt32BE(pixel * 4);
    const colour = (rgba & 0xff) === 0 ? 0 : rgba;
    let index = indexOf.get(colour);
    if (index === undefined) {
      index = indexOf.size;
      if (index === MOST_COLOURS) return undefined;
      indexOf.set(colour, index);
    }
    indices[pixel] = index;
  }
  return { width, height, ...transparentFirst([...indexOf.keys()], indices) };
}

/** PNG stores alpha for a head of the palette only, so colours that need it go there. */
function transparentFirst(found: number[], indices: Uint8Array): Pick<IndexedRaster, 'colours' | 'indices'> {
  const isOpaque = (colour: number) => (colour & 0xff) === 0xff;
  const colours = [...found.filter((colour) => !isOpaque(colour)), ...found.filter(isOpaque)];
  const moved = found.map((colour) => colours.indexOf(colour));
  return { colours, indices: indices.map((index) => moved[index] ?? index) };
}
