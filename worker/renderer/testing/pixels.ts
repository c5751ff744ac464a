import sharp from 'sharp';

export type Rgba = [red: number, green: number, blue: number, alpha: number];

/** A picture read back by a decoder, to look at its pixels. */
export interface Pixels {
  width: number;
  height: number;
  at(x: number, y: number): Rgba;
}

export async function pixelsOf(bytes: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): Rgba => {
    const from = (y * info.width + x) * info.channels;
    return [data.readUInt8(from), data.readUInt8(from + 1), data.readUInt8(from + 2), data.readUInt8(from + 3)];
  };
  return { width: info.width, height: info.height, at };
}

/** The largest difference of two colours in a channel. */
export function difference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((channel, index) => Math.abs(channel - (b[index] ?? 0))));
}

/** Where a picture has ink. */
interface InkMeasure {
  pixels: number;
  /** Whether nothing behind the picture can be seen through it. */
  opaque: boolean;
  /** The centre of the box around all ink. */
  middle: [x: number, y: number];
  /** The distance from the centre of the picture to the centre of its farthest ink pixel. */
  reach: number;
}

/** Measures the ink of a picture: what differs from a colour behind it by more than can be seen. */
export async function measureInk(bytes: Buffer, behind: Rgba): Promise<InkMeasure> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const [red, green, blue, alpha] = behind;
  const isOther = (at: number, channel: number) => Math.abs((data[at] ?? 0) - channel) > 10;
  const differs = (at: number) =>
    isOther(at, red) || isOther(at + 1, green) || isOther(at + 2, blue) || isOther(at + 3, alpha);
  let [left, right, top, bottom, pixels, farthest, opaque] = [width, 0, height, 0, 0, 0, true];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if (data[at + 3] !== 255) opaque = false;
      if (!differs(at)) continue;
      pixels++;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
      farthest = Math.max(farthest, (x + 0.5 - width / 2) ** 2 + (y + 0.5 - height / 2) ** 2);
    }
  }
  return { pixels, opaque, middle: [(left + right) / 2, (top + bottom) / 2], reach: Math.sqrt(farthest) };
}
