import sharp from 'sharp';
import { photograph } from '../testing/logos.ts';
import { gifTricks } from './gif-tricks.ts';
import type { Canary, HostileLogo } from './hostile-logo.ts';
import { otherRasterTricks } from './other-raster-tricks.ts';
import { png } from './png.ts';
import { pngTricks } from './png-tricks.ts';
import { svgActiveContent } from './svg-active-content.ts';
import { svgBombs } from './svg-bombs.ts';
import { svgCostlyDrawing } from './svg-costly-drawing.ts';
import { document } from './svg-document.ts';
import { svgEmbeddedData } from './svg-embedded-data.ts';
import { svgEncodings } from './svg-encodings.ts';
import { svgReferences } from './svg-references.ts';
import { truncated } from './truncated.ts';
import { wrongTypes } from './wrong-types.ts';

/** The corpus of hostile files, made anew: the same bytes each time for the same canary. */
export async function hostileLogos(canary: Canary): Promise<HostileLogo[]> {
  const square = sharp({ create: { width: 8, height: 8, channels: 3, background: '#006600' } });
  const small = {
    jpeg: await square.clone().jpeg().toBuffer(),
    webp: await square.clone().webp().toBuffer(),
    gif: await square.clone().gif().toBuffer(),
    avif: await square.clone().avif().toBuffer(),
  };
  const detailed = photograph(64);
  return [
    ...svgActiveContent(),
    ...svgReferences(canary),
    ...svgEmbeddedData(small),
    ...svgEncodings(),
    ...svgBombs(),
    ...svgCostlyDrawing(),
    ...pngTricks(),
    ...gifTricks(),
    ...otherRasterTricks(small),
    ...wrongTypes(small),
    ...truncated({
      png: png(),
      jpeg: await detailed.clone().flatten().jpeg().toBuffer(),
      webp: await detailed.clone().webp().toBuffer(),
      gif: small.gif,
      avif: small.avif,
      svg: Buffer.from(document('')),
    }),
  ];
}
