import type { Box, Size } from '../geometry.ts';
import { cut, type Raster } from '../raster.ts';
import { type AnimationFrame, type AnimationOptions, changedBox, distinctFrames } from './animation.ts';
import { type IndexedRaster, indexed, MOST_COLOURS, transparentFirst } from './indexed.ts';
import { encodeIndexedPng } from './indexed-png.ts';
import { encodeRgbaPng } from './png.ts';
import { chunk, chunksOf, type PngChunk } from './png-file.ts';

/** What changes from one picture to the next: a part of the canvas, and the milliseconds it is shown for. */
interface Patch<Picture> {
  box: Box;
  units: number;
  picture: Picture;
}

/**
 * An animated PNG (PNG third edition § 4.9) that is exact to the pixel: by one palette when all frames together have
 * at most 256 colours, else in eight-bit RGBA.
 * @param frames gives the frames from the first each time it is called
 */
export async function encodeApng(
  frames: () => AsyncIterable<AnimationFrame>,
  options: AnimationOptions,
): Promise<Buffer> {
  const pngs =
    (await indexedPatches(patches(frames(), options.size))) ?? (await rgbaPatches(patches(frames(), options.size)));
  return assemble(pngs, options);
}

async function* patches(frames: AsyncIterable<AnimationFrame>, size: Size): AsyncGenerator<Patch<Raster>> {
  let before: Raster | undefined;
  for await (const { raster, units } of distinctFrames(frames, 1)) {
    const box = before ? changedBox(before, raster) : { x: 0, y: 0, ...size };
    yield { box, units, picture: cut(raster, box) };
    before = raster;
  }
}

/** Each patch as a PNG by one palette of all; undefined when that has not room for them. */
async function indexedPatches(found: AsyncIterable<Patch<Raster>>): Promise<Patch<Buffer>[] | undefined> {
  const all: Patch<IndexedRaster>[] = [];
  const palette = new Set<number>();
  for await (const { picture, ...place } of found) {
    const own = indexed(picture);
    own?.colours.forEach((colour) => void palette.add(colour));
    if (!own || palette.size > MOST_COLOURS) return undefined;
    all.push({ ...place, picture: own });
  }
  const colours = transparentFirst(palette);
  return all.map(({ picture, ...place }) => {
    const moved = picture.colours.map((colour) => colours.indexOf(colour));
    const indices = picture.indices.map((index) => moved[index] ?? 0);
    return { ...place, picture: encodeIndexedPng({ ...picture, colours, indices }) };
  });
}

async function rgbaPatches(found: AsyncIterable<Patch<Raster>>): Promise<Patch<Buffer>[]> {
  const all: Patch<Buffer>[] = [];
  for await (const { picture, ...place } of found)
    all.push({ ...place, picture: await encodeRgbaPng(picture, { effort: 'low' }) });
  return all;
}

/** One file of PNGs that have their palette and the kind of their pixels in common; the first is the whole canvas. */
function assemble(pngs: readonly Patch<Buffer>[], { repeats }: AnimationOptions): Buffer {
  const [first] = pngs;
  if (!first) throw new Error('There are no frames');
  const head = chunksOf(first.picture);
  const isBeforeImage = ({ type }: PngChunk) => type === 'PLTE' || type === 'tRNS';
  const control = Buffer.alloc(8);
  control.writeUInt32BE(pngs.length, 0);
  control.writeUInt32BE(repeats ? 0 : 1, 4);
  const parts = [
    first.picture.subarray(0, 8),
    ...head.filter(({ type }) => type === 'IHDR').map(({ bytes }) => bytes),
    chunk('acTL', control),
    ...head.filter(isBeforeImage).map(({ bytes }) => bytes),
  ];
  let sequence = 0;
  for (const patch of pngs) {
    parts.push(chunk('fcTL', frameControl(sequence++, patch)));
    for (const { type, bytes, data } of chunksOf(patch.picture)) {
      if (type !== 'IDAT') continue;
      if (patch === first) parts.push(bytes);
      else {
        const number = Buffer.alloc(4);
        number.writeUInt32BE(sequence++);
        parts.push(chunk('fdAT', Buffer.concat([number, data])));
      }
    }
  }
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** The frame stays for what is after it, and replaces what is under it: dispose and blend operations are 0. */
function frameControl(sequence: number, { box, units }: Patch<Buffer>): Buffer {
  const data = Buffer.alloc(26);
  [sequence, box.width, box.height, box.x, box.y].forEach((value, i) => void data.writeUInt32BE(value, i * 4));
  data.writeUInt16BE(units, 20);
  data.writeUInt16BE(1000, 22);
  return data;
}
