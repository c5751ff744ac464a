import { type LogoColours, logoColours } from '../colour/logo-colours.ts';
import { containScale } from '../geometry.ts';
import { rasteriseSvg } from '../rasterise-svg.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';

/** The longest side of the drawing that colours are looked for in: a stroke of a hundredth of it is five pixels wide. */
const LOOK_SIDE = 512;

/** The colours of an SVG as it shows, which says more than its source: what is large, and what touches what. */
export async function svgColours(svg: SanitisedSvg): Promise<LogoColours | undefined> {
  const { viewBox } = svg;
  const scale = containScale(viewBox, { width: LOOK_SIDE, height: LOOK_SIDE });
  const size = { width: Math.ceil(viewBox.width * scale), height: Math.ceil(viewBox.height * scale) };
  return logoColours(await rasteriseSvg(svg, viewBox, size));
}
