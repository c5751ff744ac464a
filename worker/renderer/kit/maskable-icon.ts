import type { Artwork } from '../artwork.ts';
import { inkReach } from '../ink.ts';
import { flatten, type Raster } from '../raster.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { picture } from './icons.ts';

const SIDE = 512;
/**
 * The safe zone of a maskable icon is a circle around its centre with a radius of 0.40 of its width (Web
 * Application Manifest § "Icon masks and safe zone"). The farthest ink is to lie in this band of the width:
 * inside the zone, and no smaller than needed.
 */
const BAND = { least: 0.382, aim: 0.39, most: 0.398 };
const MOST_DRAWINGS = 4;

/** `icon-maskable-512.png`: opaque, with the ink scaled until it just meets the safe zone. */
export async function maskableIcon(artwork: Artwork, background: string): Promise<RenderedFile> {
  return picture('icon-maskable-512.png', flatten(await drawInSafeZone(artwork), background));
}

/** Measures each drawing: blur by resampling moves the visible edge of coarse pixels, which no formula foresees. */
async function drawInSafeZone(artwork: Artwork): Promise<Raster> {
  const canvas = { x: 0, y: 0, width: SIDE, height: SIDE };
  let scale = (BAND.aim * SIDE) / artwork.reach;
  let drawn = await artwork.draw(canvas, scale);
  for (let drawings = 1; drawings < MOST_DRAWINGS; drawings++) {
    const reach = inkReach(drawn, canvas) / SIDE;
    if (reach >= BAND.least && reach <= BAND.most) break;
    scale *= BAND.aim / Math.max(reach, 1 / SIDE);
    drawn = await artwork.draw(canvas, scale);
  }
  return drawn;
}
