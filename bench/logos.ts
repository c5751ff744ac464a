import type { LogoFormat } from '@logomorph/contract/logo.ts';
import sharp from 'sharp';
import { siTypescript } from 'simple-icons';

/** A logo to be measured with. */
export interface BenchLogo {
  name: string;
  format: LogoFormat;
  bytes: Buffer<ArrayBuffer>;
}

const SIDE = 2048;

/** One brand's icon as it is published, and as a large picture. */
export async function benchLogos(): Promise<BenchLogo[]> {
  const svg = Buffer.from(siTypescript.svg);
  const png = await sharp(svg, { density: 72 * (SIDE / 24) })
    .resize(SIDE, SIDE)
    .png()
    .toBuffer();
  return [
    { name: 'SVG', format: 'svg', bytes: svg },
    { name: `PNG of ${SIDE} pixels`, format: 'png', bytes: Buffer.from(png) },
  ];
}
