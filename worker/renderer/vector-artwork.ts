import type { Artwork, Draw } from './artwork.ts';
import { type Box, centredBox, containScale, type Size } from './geometry.ts';
import { exactInkBox, inkReach } from './ink.ts';
import type { Raster } from './raster.ts';
import { rasteriseSvg } from './rasterise-svg.ts';
import type { SanitisedSvg } from './svg/sanitise-svg.ts';

/** The longest side, in pixels, of the drawing that tells about where the ink is, and of the one that measures it. */
const COARSE_SIDE = 256;
const LOOK_SIDE = 512;

/** The artwork of an SVG: each drawing is made from the vectors. Undefined when it shows nothing. */
export async function vectorArtwork(svg: SanitisedSvg): Promise<Artwork | undefined> {
  const coarse = await lookForInk(svg, svg.viewBox, COARSE_SIDE);
  if (!coarse) return undefined;
  // Two pixels more on each side, because the coarse box is only as exact as its pixels.
  const { box: around, unit } = coarse;
  const near = centredBox(around, { width: around.width + 4 * unit, height: around.height + 4 * unit });
  const { box, reach } = (await lookForInk(svg, near, LOOK_SIDE)) ?? coarse;
  return {
    ink: { width: box.width, height: box.height },
    reach,
    draw: drawAround(svg, box),
    whole: { size: { width: svg.viewBox.width, height: svg.viewBox.height }, draw: drawAround(svg, svg.viewBox) },
    vector: { svg, look: coarse.drawn, drawOf: (other) => drawAround(other, box) },
  };
}

/** Draws what is around the centre of a box of an SVG's coordinates. */
function drawAround(svg: SanitisedSvg, box: Box): Draw {
  return (canvas, scale, ground) => {
    const window = centredBox(box, { width: canvas.width / scale, height: canvas.height / scale });
    return rasteriseSvg(svg, window, canvas, ground);
  };
}

interface Ink {
  /** The ink box, in user units. */
  box: Box;
  /** The reach from the centre of the box, in user units. */
  reach: number;
  /** The drawing it was found in, and the side of a pixel of it, in user units. */
  drawn: Raster;
  unit: number;
}

async function lookForInk(svg: SanitisedSvg, frame: Box, side: number): Promise<Ink | undefined> {
  const scale = containScale(frame, { width: side, height: side });
  const size: Size = { width: Math.ceil(frame.width * scale), height: Math.ceil(frame.height * scale) };
  const window = { ...frame, width: size.width / scale, height: size.height / scale };
  const drawn = await rasteriseSvg(svg, window, size);
  const ink = exactInkBox(drawn);
  if (!ink) return undefined;
  return {
    box: {
      x: window.x + ink.x / scale,
      y: window.y + ink.y / scale,
      width: ink.width / scale,
      height: ink.height / scale,
    },
    reach: inkReach(drawn, ink) / scale,
    drawn,
    unit: 1 / scale,
  };
}
