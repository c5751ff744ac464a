import type { Box } from '../geometry.ts';
import { inkBox } from '../ink.ts';
import { cut, type Raster } from '../raster.ts';
import { type AnimationFrame, type AnimationOptions, changedBox, distinctFrames } from './animation.ts';
import { type IndexedRaster, indexed, MOST_COLOURS } from './indexed.ts';
import { compressLzw } from './lzw.ts';
import { reduceColours } from './reduce-colours.ts';

/** Where a pixel of a GIF, which has no half-transparent ones, is ink. */
const OPAQUE_FROM = 128;

/** A GIF's unit of time, in milliseconds. */
const UNIT = 10;

const KEEP = 1;
const RESTORE_TO_BACKGROUND = 2;

/**
 * An animated GIF (GIF89a) whose frames have a palette each: exact to the pixel, see `asGifShows`, where a frame has few
 * enough colours, and else with near ones.
 * @param transparent whether a pixel of any frame may be transparent; then each frame is drawn on a cleared canvas
 */
export async function encodeAnimatedGif(
  frames: AsyncIterable<AnimationFrame>,
  { size, repeats, transparent }: AnimationOptions & { transparent: boolean },
): Promise<Buffer> {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(size.width, 0);
  screen.writeUInt16LE(size.height, 2);
  const parts: Buffer[] = [Buffer.from('GIF89a'), screen, ...(repeats ? [REPEAT_FOR_EVER] : [])];
  let before: Raster | undefined;
  for await (const { raster, units } of distinctFrames(inFewColours(frames, transparent), UNIT)) {
    let box: Box = { x: 0, y: 0, ...size };
    if (before && transparent) box = inkBox(raster) ?? { x: 0, y: 0, width: 1, height: 1 };
    else if (before) box = changedBox(before, raster);
    parts.push(frameBlocks(cut(raster, box), box, units, transparent));
    before = raster;
  }
  return Buffer.concat([...parts, Buffer.from([0x3b])]);
}

/** A raster as a GIF can show it: each pixel opaque or transparent. */
export function asGifShows(raster: Raster): Raster {
  const data = Buffer.from(raster.data);
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) >= OPAQUE_FROM) data[at + 3] = 255;
    else data.fill(0, at, at + 4);
  }
  return { ...raster, data };
}

/** The frames as a palette can show them: where one has too many colours, those that a quantiser finds. */
async function* inFewColours(
  frames: AsyncIterable<AnimationFrame>,
  transparent: boolean,
): AsyncGenerator<AnimationFrame> {
  for await (const { raster, duration } of frames) {
    const shown = asGifShows(raster);
    if (palette(shown, transparent)) {
      yield { raster: shown, duration };
      continue;
    }
    const reduced = await reduceColours(shown, MOST_COLOURS - Number(transparent), { effort: 4 });
    yield { raster: asGifShows(reduced), duration };
  }
}

/**
 * The raster by its palette. With transparency that has it as its first colour even where no pixel is: without it some
 * decoders clear frames to black.
 */
function palette(raster: Raster, transparent: boolean): IndexedRaster | undefined {
  return indexed(raster, transparent ? 0 : undefined);
}

/** NETSCAPE2.0, the application extension for repetition: 0 is for ever. */
const REPEAT_FOR_EVER = Buffer.concat([
  Buffer.from([0x21, 0xff, 11]),
  Buffer.from('NETSCAPE2.0'),
  Buffer.from([3, 1, 0, 0, 0]),
]);

function frameBlocks(raster: Raster, { x, y }: Box, hundredths: number, transparent: boolean): Buffer {
  const found = palette(raster, transparent);
  if (!found) throw new Error('A frame has more colours than a palette');
  const { colours, indices, width, height } = found;
  const disposal = transparent ? RESTORE_TO_BACKGROUND : KEEP;
  const control = Buffer.from([0x21, 0xf9, 4, (disposal << 2) | Number(transparent), 0, 0, 0, 0]);
  control.writeUInt16LE(hundredths, 4);
  const depth = Math.max(2, Math.ceil(Math.log2(colours.length)));
  const image = Buffer.alloc(10);
  image.writeUInt8(0x2c, 0);
  [x, y, width, height].forEach((value, i) => void image.writeUInt16LE(value, 1 + i * 2));
  image.writeUInt8(0x80 | (depth - 1), 9);
  const table = Buffer.alloc(3 << depth);
  colours.forEach((colour, i) => void table.writeUIntBE(colour >>> 8, i * 3, 3));
  return Buffer.concat([control, image, table, Buffer.from([depth]), subBlocks(compressLzw(indices, depth))]);
}

/** Data in blocks of at most 255 bytes, each after its length, and an empty one. */
function subBlocks(data: Buffer): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([...blocks, Buffer.from([0])]);
}
