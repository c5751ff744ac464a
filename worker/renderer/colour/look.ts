import { decoding } from '../decoding.ts';
import { sizeOfSide } from '../geometry.ts';
import { decode, type OpenedLogo, type RasterLogo } from '../open-logo.ts';
import { KERNEL, type Raster, toRaster } from '../raster.ts';
import { rasteriseSvg } from '../rasterise-svg.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import { type LogoColours, logoColours } from './logo-colours.ts';

/** The longest side of what colours are looked for in: a stroke of a hundredth of it is five pixels wide. */
const LOOK_SIDE = 512;

/** The whole of a logo, as large as its colours need. */
export function lookAt(logo: OpenedLogo): Promise<Raster> {
  return logo.kind === 'vector' ? lookAtSvg(logo.svg) : decodeWithin(logo, LOOK_SIDE);
}

/** The colours of an SVG as it shows, which says more than its source: what is large, and what touches what. */
export async function svgColours(svg: SanitisedSvg): Promise<LogoColours | undefined> {
  return logoColours(await lookAtSvg(svg));
}

/** The pixels of a raster logo, reduced to a longest side if they are more. */
export function decodeWithin(logo: RasterLogo, side: number): Promise<Raster> {
  const larger = Math.max(logo.size.width, logo.size.height) > side;
  const size = sizeOfSide(logo.size, side);
  return decoding(logo.format, () =>
    toRaster(larger ? decode(logo).resize({ ...size, fit: 'fill', kernel: KERNEL }) : decode(logo)),
  );
}

function lookAtSvg(svg: SanitisedSvg): Promise<Raster> {
  return rasteriseSvg(svg, svg.viewBox, sizeOfSide(svg.viewBox, LOOK_SIDE));
}
