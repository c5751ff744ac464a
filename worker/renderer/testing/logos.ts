import type { LogoFormat } from '@logomorph/contract/logo.ts';
import sharp, { type Sharp } from 'sharp';

/** A logo that tests render: made by code, so that what it shows is known to the pixel. */
export interface TestLogo {
  format: LogoFormat;
  bytes: Buffer;
}

/** A picture whose pixels are a function of place; colours are RGBA. */
export function paint(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number, number],
): Sharp {
  const data = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 4);
  }
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/** A disc that looks like a photograph: many colours, a soft edge, transparent around it. */
export function photograph(side: number): Sharp {
  return paint(side, side, (x, y) => {
    const distance = Math.hypot(x - side / 2, y - side / 2) / side;
    const alpha = Math.max(0, Math.min(255, Math.round((0.4 - distance) * side * 64)));
    const grain = ((x * 7919 + y * 104729) % 61) - 30;
    const wave = (at: number) => Math.max(0, Math.min(255, Math.round(128 + 100 * Math.sin(at / (side / 9)) + grain)));
    return alpha === 0 ? [0, 0, 0, 0] : [wave(x), wave(y), wave(x + y), alpha];
  });
}

/** A red L on transparent, whose foot is blue: it tells which way up it is, and off-centre by its margins. */
export function letterL(width: number, height: number): Sharp {
  return paint(width, height, (x, y) => {
    const [u, v] = [x / width, y / height];
    if (u < 0.1 || u >= 0.7 || v < 0.1 || v >= 0.9) return [0, 0, 0, 0];
    if (v >= 0.7) return [0, 0, 200, 255];
    return u < 0.3 ? [220, 0, 0, 255] : [0, 0, 0, 0];
  });
}

const opaque = (width: number, height: number) =>
  paint(width, height, (x, y) => [(x * 255) / width, (y * 255) / height, 30, 255]);

/** Every raster that the renderer has to take, by what is special about it. */
export async function rasterLogos(): Promise<Record<string, TestLogo>> {
  const png = async (picture: Sharp): Promise<TestLogo> => ({ format: 'png', bytes: await picture.png().toBuffer() });
  const frames = await Promise.all(
    [240, 120, 0].map((red) =>
      paint(60, 40, () => [red, 10, 10, 255])
        .png()
        .toBuffer(),
    ),
  );
  return {
    'a photograph with transparency': await png(photograph(600)),
    'a letter with margins': await png(letterL(500, 400)),
    'a single pixel': await png(paint(1, 1, () => [10, 120, 60, 255])),
    '8 by 8 pixels': await png(paint(8, 8, (x, y) => ((x + y) % 2 ? [0, 0, 0, 0] : [200, 40, 90, 255]))),
    '6000 by 4000 pixels': {
      format: 'jpeg',
      bytes: await sharp({ create: { width: 6000, height: 4000, channels: 3, background: '#3366cc' } })
        .jpeg()
        .toBuffer(),
    },
    'a small mark on a large sheet': await png(
      sharp({ create: { width: 4000, height: 3000, channels: 4, background: '#00000000' } }).composite([
        { input: await letterL(300, 300).png().toBuffer(), left: 3500, top: 200 },
      ]),
    ),
    'twenty times as wide as high': await png(letterL(2000, 100)),
    greyscale: await png(opaque(300, 200).greyscale()),
    'greyscale with alpha': await png(letterL(200, 200).toColourspace('b-w')),
    'sixteen bits a channel': await png(letterL(256, 256).toColourspace('rgb16')),
    'Display P3': await png(opaque(200, 200).withIccProfile('p3')),
    CMYK: {
      format: 'jpeg',
      bytes: await opaque(300, 300).removeAlpha().toColourspace('cmyk').jpeg().toBuffer(),
    },
    'turned by EXIF': {
      format: 'jpeg',
      bytes: await letterL(400, 200)
        .flatten({ background: '#ffffff' })
        .withMetadata({ orientation: 6 })
        .jpeg()
        .toBuffer(),
    },
    'animated GIF': {
      format: 'gif',
      bytes: await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    },
    'animated WebP': {
      format: 'webp',
      bytes: await sharp(frames, { join: { animated: true } })
        .webp()
        .toBuffer(),
    },
    WebP: { format: 'webp', bytes: await photograph(300).webp().toBuffer() },
    AVIF: { format: 'avif', bytes: await letterL(300, 300).avif({ effort: 0 }).toBuffer() },
  };
}
