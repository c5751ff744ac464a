import sharp from 'sharp';
import { siGithub, siTypescript } from 'simple-icons';

/** Bytes that `fetch` takes as a body. */
type Bytes = Promise<Buffer<ArrayBuffer>>;

const badge = (width: number, height: number) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="${width}" height="${height}" preserveAspectRatio="none">
      <defs><linearGradient id="g"><stop stop-color="#e67e22"/><stop offset="1" stop-color="#8e44ad"/></linearGradient></defs>
      <circle cx="50" cy="50" r="45" fill="url(#g)"/><path d="M30 55 45 70 72 34" stroke="#fff" stroke-width="9" fill="none"/></svg>`,
    ),
  ).resize(width, height, { fit: 'fill' });

const own = async (bytes: Promise<Buffer>): Bytes => Buffer.from(await bytes);

/** Logos of many kinds, made here or from published brand icons. */
export const LOGOS = {
  'an SVG icon': () => own(Promise.resolve(Buffer.from(siGithub.svg))),
  'another SVG icon': () => own(Promise.resolve(Buffer.from(siTypescript.svg))),
  'a PNG of 2048 pixels': () => own(badge(2048, 2048).png().toBuffer()),
  'a tiny PNG': () => own(badge(8, 8).png().toBuffer()),
  'a huge PNG': () => own(badge(6000, 4000).png({ compressionLevel: 3 }).toBuffer()),
  'a very wide WebP': () => own(badge(2000, 100).webp().toBuffer()),
  'a grayscale PNG': () => own(badge(400, 400).flatten({ background: '#fff' }).grayscale().png().toBuffer()),
  'a 16-bit PNG': () => own(badge(300, 300).toColourspace('rgb16').png().toBuffer()),
  'a CMYK JPEG': () => own(badge(600, 500).flatten({ background: '#fff' }).toColourspace('cmyk').jpeg().toBuffer()),
  'an AVIF': () => own(badge(320, 240).avif({ effort: 2 }).toBuffer()),
  'an animated GIF': async () => {
    const frames = await Promise.all([40, 50, 60].map((size) => badge(size, size).resize(64, 64).png().toBuffer()));
    return own(
      sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
  },
  'a photograph with transparency': () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 50 } as const;
    const photo = sharp({ create: { width: 700, height: 900, channels: 3, background: '#000', noise } }).blur(8);
    const hole = Buffer.from('<svg width="700" height="900"><ellipse cx="350" cy="450" rx="300" ry="400"/></svg>');
    return own(
      photo
        .ensureAlpha()
        .composite([{ input: hole, blend: 'dest-in' }])
        .png()
        .toBuffer(),
    );
  },
} satisfies Record<string, () => Bytes>;
