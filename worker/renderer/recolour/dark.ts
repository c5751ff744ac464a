import { type LogoColours, logoColours } from '../colour/logo-colours.ts';
import { svgColours } from '../colour/look.ts';
import type { Raster } from '../raster.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import type { Ground } from './contrast-range.ts';
import { darkMap } from './dark-map.ts';
import { withOwnDarkScheme } from './own-dark-scheme.ts';
import { recolourRaster } from './recolour-raster.ts';
import { recolourSvg } from './recolour-svg.ts';

/**
 * An SVG for a ground, see `darkMap`. A dark scheme of its own is what it starts from.
 * @param known its colours, if they have been found
 */
export async function darkSvg(svg: SanitisedSvg, ground: Ground, known?: LogoColours): Promise<SanitisedSvg> {
  const own = withOwnDarkScheme(svg);
  const colours = (own === svg ? known : undefined) ?? (await svgColours(own));
  // A shadow that is made light is a glow.
  return colours ? recolourSvg(own, darkMap(colours, ground), { keepShadows: true }) : own;
}

/**
 * A raster for a ground, see `darkMap`.
 * @param colours those of the logo that it shows, if it shows anything
 */
export function darkRaster(raster: Raster, ground: Ground, colours = logoColours(raster)): Raster {
  return colours ? recolourRaster(raster, colours, darkMap(colours, ground)) : raster;
}
