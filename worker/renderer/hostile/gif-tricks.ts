import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';

/** A head with two colours (GIF89a, 18). */
function head(width: number, height: number): Buffer {
  const data = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\0\x99\0', 'latin1');
  data.writeUInt16LE(width, 6);
  data.writeUInt16LE(height, 8);
  return data;
}

/** A frame (GIF89a, 20) whose data are of one pixel. */
function frame(width = 1, height = 1, left = 0): Buffer {
  const data = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0x4c, 1, 0]);
  for (const [index, value] of [left, 0, width, height].entries()) data.writeUInt16LE(value, 1 + index * 2);
  return data;
}

const END = Buffer.from([0x3b]);
const gif = (...parts: readonly Buffer[]) => Buffer.concat([...parts, END]);
const frames = (count: number) => Buffer.concat(Array<Buffer>(count).fill(frame()));

/** GIFs that are small and show much, or that break the rules of their format. */
export function gifTricks(): HostileLogo[] {
  const comment = Buffer.concat([
    Buffer.from([0x21, 0xfe]),
    Buffer.concat(Array<Buffer>(10_000).fill(Buffer.alloc(256, 255))),
    Buffer.from([0]),
  ]);
  return ofClass('bombs in GIF', 'gif', {
    'a screen of 65,535 pixels a side': [gif(head(65_535, 65_535), frame()), rendered()],
    'a frame of 65,535 pixels a side': [gif(head(8, 8), frame(65_535, 65_535)), refused('logo-too-many-pixels')],
    'a hundred and one frames': [gif(head(8, 8), frames(101)), refused('logo-too-many-frames')],
    'half a million frames': [gif(head(8, 8), frames(500_000)), refused('logo-too-many-frames')],
    'a hundred frames of a megapixel': [gif(head(1000, 1000), frames(100)), refused('logo-too-many-pixels')],
    'a frame outside of the screen': [gif(head(8, 8), frame(1, 1, 60_000)), refused('logo-too-many-pixels')],
    'no frame': [gif(head(8, 8)), refused('unreadable-logo')],
    'no screen': [gif(head(0, 0), frame()), rendered()],
    'a comment of megabytes': [gif(head(8, 8), comment, frame(8, 8)), rendered()],
    'a code size that does not exist': [
      gif(head(8, 8), Buffer.from([0x2c, 0, 0, 0, 0, 8, 0, 8, 0, 0, 0xff, 2, 0x4c, 1, 0])),
      refused('unreadable-logo'),
    ],
  });
}
