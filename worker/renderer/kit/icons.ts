import type { Artwork } from '../artwork.ts';
import { encodePng, encodeRgbaPng } from '../encode/png.ts';
import { containScale, type Size } from '../geometry.ts';
import { flatten, type Raster, withCoarseAlpha } from '../raster.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { encodeIco } from '../encode/ico.ts';

/** The sizes browsers and Windows take from a favicon: tabs, tabs on dense screens, shortcuts. */
const FAVICON_SIDES = [16, 32, 48];
const APPLE_SIDE = 180;
/** iOS rounds the corners off, so the ink keeps a tenth of the side away from each edge. */
const APPLE_INK = 0.8;
const CARD: Size = { width: 1200, height: 630 };
/** Networks crop cards to other shapes, down to the middle square; the ink stays inside it. */
const CARD_INK: Size = { width: 600, height: 378 };

/** `favicon.ico`: the ink as large as it goes. */
export async function favicon(artwork: Artwork): Promise<RenderedFile> {
  const frames = [];
  for (const side of FAVICON_SIDES) {
    const drawn = await drawInside(artwork, square(side), square(side));
    frames.push({ side, png: await encodeRgbaPng(withCoarseAlpha(drawn)) });
  }
  return { name: 'favicon.ico', mediaType: 'image/x-icon', bytes: encodeIco(frames) };
}

/** `icon-<side>.png`, for any purpose: the ink as large as it goes, transparent around it. */
export async function icon(artwork: Artwork, side: number): Promise<RenderedFile> {
  return picture(`icon-${side}.png`, await drawInside(artwork, square(side), square(side)));
}

/** `apple-touch-icon.png`: opaque, because iOS puts black behind what is transparent. */
export async function appleTouchIcon(artwork: Artwork, background: string): Promise<RenderedFile> {
  const drawn = await drawInside(artwork, square(APPLE_SIDE), square(APPLE_SIDE * APPLE_INK));
  return picture('apple-touch-icon.png', flatten(drawn, background));
}

/** `social-card.png`, of the size that Open Graph readers show largest. */
export async function socialCard(artwork: Artwork, background: string): Promise<RenderedFile> {
  return picture('social-card.png', flatten(await drawInside(artwork, CARD, CARD_INK), background));
}

/** A raster as a PNG file of a kit. */
export async function picture(name: string, raster: Raster): Promise<RenderedFile> {
  const { width, height } = raster;
  return { name, mediaType: 'image/png', bytes: await encodePng(raster), width, height };
}

/** Draws the ink as large as it fits `inside`, centred on the canvas. */
function drawInside(artwork: Artwork, canvas: Size, inside: Size): Promise<Raster> {
  return artwork.draw(canvas, containScale(artwork.ink, inside));
}

function square(side: number): Size {
  return { width: side, height: side };
}
