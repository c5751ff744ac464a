import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { type HostileLogo, ofClass, refused } from './hostile-logo.ts';

/** Where the structures of formats end, in a file of each that was cut off there. */
export function truncated(samples: Readonly<Record<LogoFormat, Buffer>>): HostileLogo[] {
  const cut = (format: LogoFormat, places: Readonly<Record<string, number>>, problem = 'truncated-logo' as const) =>
    ofClass(
      'cut off',
      format,
      Object.fromEntries(
        Object.entries(places).map(([where, at]) => [
          `${format} ${where}`,
          [samples[format].subarray(0, at), refused(problem)] as const,
        ]),
      ),
    );
  const at = (format: LogoFormat, marker: string | Buffer, more = 0) =>
    samples[format].indexOf(marker, 0, 'latin1') + more;
  return [
    ...cut('png', {
      'after its signature': 8,
      'in its head': 20,
      'after its head': 33,
      'in its pixels': at('png', 'IDAT', 9),
      'before its end': at('png', 'IEND', -4),
      'in its end': at('png', 'IEND', 2),
    }),
    ...cut('jpeg', {
      'in its first segment': 6,
      'in its tables': at('jpeg', Buffer.from([0xff, 0xdb]), 9),
      'in its head': at('jpeg', Buffer.from([0xff, 0xc0]), 7),
      'in the head of its scan': at('jpeg', Buffer.from([0xff, 0xda]), 5),
      'in its scan': at('jpeg', Buffer.from([0xff, 0xda]), 30),
      'before its end': samples.jpeg.length - 2,
    }),
    ...cut('gif', {
      'in its head': 9,
      'in its colours': 16,
      'after its colours': at('gif', Buffer.from([0x2c])),
      'in the head of a frame': at('gif', Buffer.from([0x2c]), 5),
      'in a frame': at('gif', Buffer.from([0x2c]), 14),
      'before its end': samples.gif.length - 1,
    }),
    ...cut('webp', {
      'after its head': 12,
      'in the head of its pixels': 24,
      'in its pixels': samples.webp.length - 20,
      'before its last byte': samples.webp.length - 2,
    }),
    ...cut('avif', {
      'in its brands': 18,
      'in its boxes': at('avif', 'meta', 20),
      'before its pixels': at('avif', 'mdat', -4),
      'in its pixels': at('avif', 'mdat', 12),
      'before its last byte': samples.avif.length - 1,
    }),
    ...cut('svg', {
      'in an attribute': at('svg', 'd="', 6),
      'between elements': at('svg', '<path'),
      'before its end': samples.svg.length - 3,
    }),
  ];
}
