import sharp, { type Sharp } from 'sharp';
import { siReact } from 'simple-icons';
import { published, wordmark } from './corpus-svg.ts';
import { paint, type TestLogo } from './logos.ts';

const LARGE = 2048;

/** Flat art as designers hand it over: a large PNG with transparent margins. */
export async function flatPng(): Promise<TestLogo> {
  const mark = await sharp(published(siReact).bytes, { density: 72 * 72 })
    .resize(1728)
    .toBuffer();
  return { format: 'png', bytes: await onSheet(mark, { left: 180, top: 140 }).png().toBuffer() };
}

/** A ring whose colour and alpha change from pixel to pixel. */
export async function gradientPng(): Promise<TestLogo> {
  const picture = paint(LARGE, LARGE, (x, y) => {
    const [dx, dy] = [x - LARGE / 2 + 0.5, y - LARGE / 2 + 0.5];
    const edge = 280 - Math.abs(Math.hypot(dx, dy) - 640);
    if (edge <= 0) return [0, 0, 0, 0];
    const turn = Math.atan2(dy, dx) / (2 * Math.PI) + 0.5;
    return [255 * turn, 90 + 100 * (y / LARGE), 255 * (1 - turn), Math.min(255, edge * 2)];
  });
  return { format: 'png', bytes: await picture.png().toBuffer() };
}

/** What a camera and a designer made together: soft light, grain, and a shape cut out of it. */
export async function photographPng(): Promise<TestLogo> {
  const side = 1024;
  const picture = paint(side, side, (x, y) => {
    const distance = Math.hypot(x - side / 2, y - side / 2);
    const alpha = Math.max(0, Math.min(255, (side * 0.47 - distance) * 64));
    if (alpha === 0) return [0, 0, 0, 0];
    const grain = ((x * 7919 + y * 104729) % 17) - 8;
    const light = 0.55 + 0.45 * Math.cos(distance / 180 - 1);
    const hill = y > side * (0.62 + 0.06 * Math.sin(x / 70)) ? 1 : 0;
    const colour = hill ? [60, 120, 50] : [250 - y / 5, 150 + y / 12, 90 + y / 6];
    const [red, green, blue] = colour.map((channel) => Math.max(0, Math.min(255, channel * light + grain)));
    return [red ?? 0, green ?? 0, blue ?? 0, alpha];
  });
  return { format: 'png', bytes: await picture.png().toBuffer() };
}

/** A JPEG: no transparency, so the mark comes with its sheet of white. */
export async function jpegOnWhite(): Promise<TestLogo> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 1333"><rect width="2000" height="1333" fill="#fff"/>
    <path d="M560 980V640a340 340 0 0 1 680 0v340Z" fill="#00896f"/>
    <circle cx="1220" cy="760" r="220" fill="#ffc400" opacity=".85"/></svg>`;
  return { format: 'jpeg', bytes: await sharp(Buffer.from(svg)).flatten().jpeg({ quality: 90 }).toBuffer() };
}

/** White ink on nothing: cannot be seen on a light ground. */
export async function whiteWebp(): Promise<TestLogo> {
  const svg = wordmark.bytes.toString().replaceAll(/fill="#\w+"/g, 'fill="#fff"');
  const picture = sharp(Buffer.from(svg), { density: 400 }).resize(1800);
  return { format: 'webp', bytes: await picture.webp({ lossless: true }).toBuffer() };
}

/** Few colours and no half transparency, so its edges are steps; it is animated, and its frames differ. */
export async function animatedGif(): Promise<TestLogo> {
  const frames = await Promise.all(
    [0, 30, 60].map((degrees) =>
      sharp(
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320">
        <g transform="rotate(${degrees} 160 160)" fill="#5b2a86"><rect x="130" y="20" width="60" height="280"/>
        <rect x="20" y="130" width="280" height="60" fill="#e8436e"/></g></svg>`),
      )
        .png()
        .toBuffer(),
    ),
  );
  const picture = sharp(frames, { join: { animated: true } });
  return { format: 'gif', bytes: await picture.gif({ delay: [300, 300, 300] }).toBuffer() };
}

function onSheet(input: Buffer, place: { left: number; top: number }): Sharp {
  const create = { width: LARGE, height: LARGE, channels: 4, background: '#00000000' } as const;
  return sharp({ create }).composite([{ input, ...place }]);
}
