import type { Box } from '../geometry.ts';
import { cut, fromRaster, type Raster } from '../raster.ts';
import {
  type AnimationFrame,
  type AnimationOptions,
  changedBox,
  type DistinctFrame,
  distinctFrames,
} from './animation.ts';

/** 1 finds what flat art has; more takes up to twice the time for 1 % fewer bytes. */
const LOSSLESS = { lossless: true, effort: 1 };
const LOSSY = { quality: 70, alphaQuality: 40, effort: 2 };

const ANIMATION_AND_ALPHA = 0x12;
const DO_NOT_BLEND = 0x02;
const PICTURE_CHUNKS = new Set(['VP8L', 'VP8 ', 'ALPH']);

/**
 * An animated WebP (RFC 9649 § 2.7): VP8X, ANIM, an ANMF for what changes in each frame. Frames are exact to the pixel
 * unless they may be lossy. They are encoded one by one, because libwebp's own animation encoder wants all of them in
 * memory and cannot be stopped.
 */
export async function encodeAnimatedWebp(
  frames: AsyncIterable<AnimationFrame>,
  { size, repeats }: AnimationOptions,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let before: DistinctFrame | undefined;
  for await (const frame of distinctFrames(frames, 1)) {
    const { raster, units, lossy } = frame;
    // What a lossy frame left behind is not exact even where nothing has changed since.
    const isPart = before && (lossy || !before.lossy);
    const box = before && isPart ? evenBox(changedBox(before.raster, raster)) : { x: 0, y: 0, ...size };
    chunks.push(frameChunk(box, units, await bitstream(cut(raster, box), lossy)));
    before = frame;
  }
  const canvas = Buffer.alloc(10);
  canvas.writeUInt8(ANIMATION_AND_ALPHA, 0);
  canvas.writeUIntLE(size.width - 1, 4, 3);
  canvas.writeUIntLE(size.height - 1, 7, 3);
  const animation = Buffer.alloc(6);
  animation.writeUInt16LE(repeats ? 0 : 1, 4);
  const body = Buffer.concat([Buffer.from('WEBP'), chunk('VP8X', canvas), chunk('ANIM', animation), ...chunks]);
  return chunk('RIFF', body);
}

/** Frames can only be placed at even pixels. */
function evenBox({ x, y, width, height }: Box): Box {
  return { x: x - (x % 2), y: y - (y % 2), width: width + (x % 2), height: height + (y % 2) };
}

function frameChunk({ x, y, width, height }: Box, milliseconds: number, picture: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(16);
  header.writeUIntLE(x / 2, 0, 3);
  header.writeUIntLE(y / 2, 3, 3);
  header.writeUIntLE(width - 1, 6, 3);
  header.writeUIntLE(height - 1, 9, 3);
  header.writeUIntLE(milliseconds, 12, 3);
  header.writeUInt8(DO_NOT_BLEND, 15);
  return chunk('ANMF', Buffer.concat([header, ...picture]));
}

/** The chunks of a still picture that may stand in a frame. */
async function bitstream(raster: Raster, lossy: boolean): Promise<Buffer[]> {
  const file = await fromRaster(raster)
    .webp(lossy ? LOSSY : LOSSLESS)
    .toBuffer();
  const found: Buffer[] = [];
  for (let at = 12; at < file.length; ) {
    const end = at + 8 + evenLength(file.readUInt32LE(at + 4));
    if (PICTURE_CHUNKS.has(file.toString('latin1', at, at + 4))) found.push(file.subarray(at, end));
    at = end;
  }
  return found;
}

function chunk(type: string, data: Buffer): Buffer {
  const padded = Buffer.alloc(8 + evenLength(data.length));
  padded.write(type, 'latin1');
  padded.writeUInt32LE(data.length, 4);
  data.copy(padded, 8);
  return padded;
}

function evenLength(length: number): number {
  return length + (length % 2);
}
