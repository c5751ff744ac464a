import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';

/** A segment of a JPEG (ITU-T T.81, B.1.1.4). */
function segment(marker: number, data: Buffer | string): Buffer {
  const body = Buffer.from(data);
  const frame = Buffer.from([0xff, marker, 0, 0]);
  frame.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([frame, body]);
}

/** A chunk of a RIFF file (RFC 9649, 2.3). */
function riff(type: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), size, data, Buffer.alloc(data.length % 2)]);
}

const webp = (...chunks: readonly Buffer[]) => riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));

/** The extended head of a WebP (RFC 9649, 2.7). */
function webpHead(flags: number, width: number, height: number): Buffer {
  const data = Buffer.alloc(10);
  data.writeUInt8(flags);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riff('VP8X', data);
}

/** A frame of an animated WebP (RFC 9649, 2.7.1.1) of the pixels of a still one. */
function webpFrame(still: Buffer): Buffer {
  const data = Buffer.alloc(16);
  data.writeUIntLE(7, 6, 3);
  data.writeUIntLE(7, 9, 3);
  return riff('ANMF', Buffer.concat([data, still.subarray(12)]));
}

/** A buffer with some bytes replaced. */
function patched(bytes: Buffer, at: number, replacement: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), replacement, bytes.subarray(at + replacement.length)]);
}

/**
 * JPEGs, WebPs and AVIFs that are small and unpack to much, or that break the rules of their format.
 * @param samples of 8 pixels a side
 */
export function otherRasterTricks({
  jpeg,
  webp: still,
  avif,
}: Readonly<Record<'jpeg' | 'webp' | 'avif', Buffer>>): HostileLogo[] {
  const jpegWith = (...segments: readonly Buffer[]) =>
    Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
  const size = Buffer.from('ffdcffdc', 'hex');
  const frameAt = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  const ispe = avif.indexOf('ispe');
  const loop = Buffer.from([0, 0, 0, 6, 0, 0]);
  return [
    ...ofClass('bombs in JPEG', 'jpeg', {
      '65,500 pixels a side': [patched(jpeg, frameAt + 5, size), refused('logo-too-many-pixels')],
      'no height': [patched(jpeg, frameAt + 5, Buffer.alloc(2)), refused('unreadable-logo')],
      'twelve bits a sample': [patched(jpeg, frameAt + 4, Buffer.from([12])), refused('unreadable-logo')],
      'many scans': [
        Buffer.concat([
          jpeg.subarray(0, -2),
          Buffer.concat(Array<Buffer>(5000).fill(jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xda])), -2))),
          jpeg.subarray(-2),
        ]),
        rendered(),
      ],
      'a hundred thousand segments': [
        jpegWith(Buffer.concat(Array<Buffer>(100_000).fill(segment(0xe5, '')))),
        rendered(),
      ],
      'a colour profile of rubbish': [
        jpegWith(segment(0xe2, `ICC_PROFILE\0\x01\x01${'x'.repeat(60_000)}`)),
        rendered(),
      ],
      'a colour profile in parts that are missing': [jpegWith(segment(0xe2, 'ICC_PROFILE\0\x09\xff')), rendered()],
      'EXIF that points at itself': [
        jpegWith(
          segment(
            0xe1,
            Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08\0\0\0\x08`, 'latin1'),
          ),
        ),
        rendered(),
      ],
      'EXIF with an orientation that does not exist': [
        jpegWith(
          segment(
            0xe1,
            Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\xff\xff\0\0\0\0\0\0`, 'latin1'),
          ),
        ),
        rendered(),
      ],
      'EXIF of huge counts': [
        jpegWith(segment(0xe1, Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\xff\xff${'\xff'.repeat(40)}`, 'latin1'))),
        rendered(),
      ],
    }),
    ...ofClass('bombs in WebP', 'webp', {
      'a canvas of 16 million pixels a side': [
        webp(webpHead(0, 2 ** 24, 2 ** 24), still.subarray(12)),
        refused('unreadable-logo'),
      ],
      'a canvas of 16,383 pixels a side': [
        webp(webpHead(2, 16_383, 16_383), riff('ANIM', Buffer.alloc(6)), webpFrame(still)),
        refused('logo-too-many-pixels'),
      ],
      'a lossless head of 16,384 pixels a side': [
        webp(riff('VP8L', Buffer.concat([Buffer.from([0x2f, 0xff, 0xff, 0xff, 0x0f]), Buffer.alloc(60)]))),
        refused('unreadable-logo'),
      ],
      'a hundred and one frames': [
        webp(webpHead(2, 8, 8), riff('ANIM', Buffer.alloc(6)), ...Array<Buffer>(101).fill(webpFrame(still))),
        refused('logo-too-many-frames'),
      ],
      'a chunk of 4 GB': [webp(riff('VP8 ', Buffer.alloc(8))).fill(0xff, 16, 20), refused('unreadable-logo')],
      'a colour profile and EXIF of rubbish': [
        webp(
          webpHead(0x28, 8, 8),
          riff('ICCP', Buffer.alloc(60_000, 1)),
          still.subarray(12),
          riff('EXIF', Buffer.alloc(60_000, 0xff)),
        ),
        rendered(),
      ],
    }),
    ...ofClass('bombs in AVIF', 'avif', {
      '65,536 pixels a side': [
        patched(avif, ispe + 8, Buffer.from('0001000000010000', 'hex')),
        refused('logo-too-many-pixels'),
      ],
      'a size of zero': [patched(avif, ispe + 8, Buffer.alloc(8)), refused('unreadable-logo')],
      'a box that is shorter than its head': [patched(avif, avif.indexOf('meta') - 4, loop), refused('truncated-logo')],
      'a box that is longer than the file': [
        patched(avif, avif.indexOf('meta') - 4, Buffer.from('7fffffff', 'hex')),
        refused('truncated-logo'),
      ],
      'pixels of rubbish': [
        patched(avif, avif.indexOf('mdat') + 8, Buffer.alloc(16, 0xff)),
        refused('unreadable-logo'),
      ],
    }),
  ];
}
