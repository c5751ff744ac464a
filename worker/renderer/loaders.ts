import sharp from 'sharp';

/** The loaders that logos need, by libvips' class names: one a format, and of buffers alone. */
const ALLOWED_LOADERS = [
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadHeifBuffer',
  'VipsForeignLoadNsgifBuffer',
  'VipsForeignLoadSvgBuffer',
];

/**
 * Readies this process for untrusted pictures: blocks every libvips loader (all that read files among them)
 * but the six that logos need, drops libvips' cache, which only helps who renders the same file again, and
 * keeps each picture to one thread, because there is a process a core. It holds for the whole process. Call it once,
 * before the first render: for a moment it blocks all loaders, which fails what is being decoded.
 *
 * The variable VIPS_BLOCK_UNTRUSTED, with any value, blocks what libvips calls untrusted, SVG among it, from the first
 * moment on. It is set for the process that renders, as a second lock; this function opens it for SVG from memory.
 */
export function restrictLibvips(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ALLOWED_LOADERS });
  sharp.cache(false);
  sharp.concurrency(1);
}
