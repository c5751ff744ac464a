import { emptyLogo } from '../artwork.ts';
import { decoding } from '../decoding.ts';
import { type Box, centredBox, containScale, type Size } from '../geometry.ts';
import { inkBox } from '../ink.ts';
import { decode, type OpenedLogo } from '../open-logo.ts';
import { KERNEL, type Raster, toRaster } from '../raster.ts';
import { rasteriseSvg } from '../rasterise-svg.ts';

/** A logo that stands still: what an end of a morph shows. */
export interface Still {
  raster: Raster;
  /** The box around its ink, in pixels. */
  ink: Box;
}

/**
 * Draws a logo centred on a transparent canvas, as large as it fits in.
 * @throws ProblemError 'empty-logo' or 'unreadable-logo'
 */
export async function drawStill(logo: OpenedLogo, size: Size): Promise<Still> {
  const raster = await drawContained(logo, size);
  const ink = inkBox(raster);
  if (!ink) throw emptyLogo();
  return { raster, ink };
}

function drawContained(logo: OpenedLogo, size: Size): Promise<Raster> {
  if (logo.kind === 'vector') return rasteriseSvg(logo.svg, windowOn(logo.svg.viewBox, size), size);
  const options = { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 }, kernel: KERNEL } as const;
  return decoding(logo.format, () => toRaster(decode(logo).ensureAlpha().resize(size.width, size.height, options)));
}

/** The box, in the units of a viewBox, that a canvas shows when the viewBox is fitted into it. */
export function windowOn(viewBox: Box, size: Size): Box {
  const scale = containScale(viewBox, size);
  return centredBox(viewBox, { width: size.width / scale, height: size.height / scale });
}
