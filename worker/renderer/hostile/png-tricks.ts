import { deflateSync } from 'node:zlib';
import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';
import { chunk, DATA, head, packedZeros, png, pngOf, withSize } from './png.ts';

const END = chunk('IEND');
/** Dimensions, offsets, delays and disposal of an APNG's frame (PNG 3rd edition, 11.3.6). */
const frameControl = (sequence: number, side: number) => {
  const data = Buffer.alloc(26);
  for (const [index, value] of [sequence, side, side].entries()) data.writeUInt32BE(value, index * 4);
  return chunk('fcTL', data);
};
const animation = (frames: number) => {
  const data = Buffer.alloc(8);
  data.writeUInt32BE(frames);
  return chunk('acTL', data);
};

/** PNGs that are small and unpack to much, or that break the rules of their format. */
export function pngTricks(): HostileLogo[] {
  const unreadable = refused('unreadable-logo');
  const packed = (keyword: string, bytes: number) =>
    Buffer.concat([Buffer.from(keyword, 'latin1'), packedZeros(bytes)]);
  const damaged = png();
  damaged.writeUInt8(0xff, 29);
  return [
    ...ofClass('bombs in PNG', 'png', {
      '60,000 pixels a side': [withSize(png(), 60_000, 60_000), refused('logo-too-many-pixels')],
      'as large as the format allows': [withSize(png(), 0x7fffffff, 0x7fffffff), unreadable],
      '100,000 pixels wide': [withSize(png(), 100_000, 8), refused('logo-too-many-pixels')],
      '100,000 pixels high': [withSize(png(), 8, 100_000), refused('logo-too-many-pixels')],
      'more pixels than the head says': [pngOf(head(), chunk('IDAT', packedZeros(20_000_000)), END), rendered()],
      'a colour profile that unpacks to 50 MB': [png(chunk('iCCP', packed('a\0\0', 50_000_000))), rendered()],
      'a text that unpacks to 50 MB': [png(chunk('zTXt', packed('a\0\0', 50_000_000))), rendered()],
      'many texts that unpack to 7 MB': [
        png(...Array<Buffer>(300).fill(chunk('zTXt', packed('a\0\0', 7_000_000)))),
        rendered(),
      ],
      'international text that unpacks to 50 MB': [
        png(chunk('iTXt', packed('XML:com.adobe.xmp\0\x01\0\0\0', 50_000_000))),
        rendered(),
      ],
      'a hundred thousand texts': [png(Buffer.concat(Array<Buffer>(100_000).fill(chunk('tEXt', 'a\0b')))), rendered()],
      'a hundred thousand empty pieces': [
        pngOf(head(), Buffer.concat(Array<Buffer>(100_000).fill(chunk('IDAT'))), DATA, END),
        rendered(),
      ],
    }),
    ...ofClass('broken PNG', 'png', {
      'a wrong checksum': [damaged, unreadable],
      'a size of zero': [withSize(png(), 0, 0), unreadable],
      'no pixels': [pngOf(head(), END), unreadable],
      'pixels before the head': [pngOf(DATA, head(), END), unreadable],
      'two heads': [pngOf(head(), head({ width: 60_000, height: 60_000 }), DATA, END), unreadable],
      'a depth that does not exist': [pngOf(head({ depth: 7 }), DATA, END), unreadable],
      'a palette that is missing': [pngOf(head({ colourType: 3 }), DATA, END), unreadable],
      'indices beyond the palette': [
        pngOf(
          head({ colourType: 3 }),
          chunk('PLTE', Buffer.alloc(3)),
          chunk('IDAT', deflateSync(Buffer.alloc(72, 7).fill(0, 0, 1))),
          END,
        ),
        unreadable,
      ],
      'a chunk of 2 GB': [
        pngOf(head(), Buffer.from('7fffffff', 'hex'), Buffer.from('tEXta')),
        refused('truncated-logo'),
      ],
      'EXIF of rubbish': [png(chunk('eXIf', Buffer.from(`MM\0*${'\xff'.repeat(60)}`, 'latin1'))), rendered()],
      'a colour profile of rubbish': [
        png(chunk('iCCP', Buffer.concat([Buffer.from('a\0\0'), deflateSync('rubbish')]))),
        rendered(),
      ],
    }),
    ...ofClass('animated PNG', 'png', {
      'two frames': [png(animation(1), frameControl(0, 8)), rendered()],
      'a thousand million frames that are not there': [png(animation(1_000_000_000), frameControl(0, 8)), rendered()],
      'a frame larger than the picture': [png(animation(1), frameControl(0, 60_000)), rendered()],
      'many frame heads': [
        png(animation(9), Buffer.concat(Array.from({ length: 20_000 }, (_, i) => frameControl(i, 8)))),
        rendered(),
      ],
    }),
  ];
}
