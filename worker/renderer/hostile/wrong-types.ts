import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';
import { png } from './png.ts';
import { document } from './svg-document.ts';

/** Files of another type than they are said to be, and files of two types at once. */
export function wrongTypes(samples: Readonly<Record<'jpeg' | 'gif' | 'webp', Buffer>>): HostileLogo[] {
  const wrong = refused('unreadable-logo');
  const ftyp = (brands: string) => Buffer.from(`\0\0\0\x18ftyp${brands}\0\0\0\0mif1`, 'latin1');
  const with_ = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
  return [
    ...ofClass('another type', 'png', {
      nothing: ['', wrong],
      'an SVG': [document('<script/>'), wrong],
      'a JPEG': [samples.jpeg, wrong],
      'a PDF': ['%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(x)>>>>endobj', wrong],
      PostScript: ['%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file', wrong],
      'a ZIP': ['PK\x03\x04', wrong],
      'a TIFF': ['II*\0\x08\0\0\0', wrong],
      'a BMP': ['BM\xff\xff\xff\x7f', wrong],
      'a program': ['\x7fELF\x02\x01\x01', wrong],
      'ImageMagick drawing': [
        'push graphic-context\nfill \'url(https://127.0.0.1/"|id")\'\npop graphic-context',
        wrong,
      ],
      'ImageMagick script': ['<?xml version="1.0"?><image><read filename="/etc/passwd"/></image>', wrong],
      'a PNG with its first byte gone': [png().subarray(1), wrong],
    }),
    ...ofClass('another type', 'svg', {
      'a PNG as SVG': [png(), wrong],
      'a page as SVG': ['<html><svg xmlns="http://www.w3.org/2000/svg"/></html>', wrong],
      'packed SVG': [Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), wrong],
      'XML of another root': ['<image xmlns="http://www.w3.org/2000/svg"/>', wrong],
    }),
    ...ofClass('another type', 'avif', {
      'HEIC as AVIF': [with_(ftyp('heic'), 'heic'), wrong],
      'a film as AVIF': [ftyp('isom'), wrong],
      'AVIF in name alone': [with_(ftyp('avif'), '\0\0\0\x08mdat'), refused('truncated-logo')],
    }),
    ...ofClass('another type', 'webp', { 'a sound as WebP': ['RIFF\x24\0\0\0WAVEfmt ', wrong] }),
    ...ofClass('another type', 'gif', { 'a GIF of no version': ['GIF88a\x01\0\x01\0\0\0\0;', wrong] }),
    ...ofClass('two types', 'png', {
      'PNG and ZIP': [with_(png(), 'PK\x03\x04 secret-tail PK\x05\x06'), rendered()],
      'PNG and page': [with_(png(), '<html><script>secret-tail</script>'), rendered()],
    }),
    ...ofClass('two types', 'jpeg', {
      'JPEG and PHP': [with_(samples.jpeg, '<?php secret-tail ?>'), rendered()],
      'JPEG with a script in a comment': [
        with_(
          samples.jpeg.subarray(0, 2),
          Buffer.from([0xff, 0xfe, 0, 19]),
          '*/=secret-tail;/*',
          samples.jpeg.subarray(2),
        ),
        rendered(),
      ],
    }),
    ...ofClass('two types', 'gif', {
      'GIF and page': [with_(samples.gif, '<script>secret-tail</script>'), rendered()],
      'GIF and JavaScript': [with_('GIF89a/*', samples.gif.subarray(8), '*/=1;secret-tail'), rendered()],
    }),
    ...ofClass('two types', 'webp', { 'WebP and ZIP': [with_(samples.webp, 'PK\x03\x04 secret-tail'), rendered()] }),
    ...ofClass('two types', 'svg', {
      'PDF and SVG': [`%PDF-1.7 ${document('')}`, wrong],
      'SVG and PHP': [document('<?php secret-tail ?>'), rendered()],
    }),
  ];
}
