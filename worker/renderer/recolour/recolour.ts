import type { RecolourRecipe } from '@logomorph/contract/recipe/recolour.ts';
import { emptyLogo } from '../artwork.ts';
import { type LogoColours, logoColours } from '../colour/logo-colours.ts';
import { decodeWithin, svgColours } from '../colour/look.ts';
import { encodePng } from '../encode/png.ts';
import { sizeOfSide } from '../geometry.ts';
import { inkBox } from '../ink.ts';
import type { OpenedLogo, RasterLogo } from '../open-logo.ts';
import { type Raster, resizeRaster } from '../raster.ts';
import { rasteriseSvg } from '../rasterise-svg.ts';
import type { RenderOptions } from '../render.ts';
import type { RenderedFile } from '../rendered-file.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import { brandMap } from './brand-map.ts';
import type { ColourMap } from './colour-map.ts';
import { contrastRange } from './contrast-range.ts';
import { darkRaster, darkSvg } from './dark.ts';
import { duotoneMap } from './duotone-map.ts';
import { monochromeRaster, monochromeSvg } from './monochrome.ts';
import { recolourRaster } from './recolour-raster.ts';
import { recolourSvg } from './recolour-svg.ts';

/**
 * A logo in other colours: `logo.svg` when it is an SVG, and `logo.png`.
 * @throws ProblemError 'empty-logo', 'unreadable-logo' or 'logo-too-complex'
 */
export async function* renderRecolour(
  logo: OpenedLogo,
  recipe: RecolourRecipe,
  { signal, warn }: RenderOptions,
): AsyncGenerator<RenderedFile> {
  if (recipe.mode === 'dark') warnOfContrast(recipe, warn);
  if (logo.kind === 'raster') {
    const raster = await recolouredRaster(logo, recipe);
    signal.throwIfAborted();
    return yield await pngOf(raster);
  }
  const svg = await recolouredSvg(logo.svg, recipe);
  signal.throwIfAborted();
  const png = await pngOf(await rasteriseSvg(svg, svg.viewBox, sizeOfSide(svg.viewBox, recipe.width)));
  yield { name: 'logo.svg', mediaType: 'image/svg+xml', bytes: svg.svg };
  yield png;
}

async function recolouredSvg(svg: SanitisedSvg, recipe: RecolourRecipe): Promise<SanitisedSvg> {
  switch (recipe.mode) {
    case 'monochrome':
      return monochromeSvg(svg, recipe.colour);
    case 'dark':
      return darkSvg(svg, recipe);
  }
  const colours = await svgColours(svg);
  return colours ? recolourSvg(svg, mapOf(recipe.mode, recipe, colours)) : svg;
}

/** Recoloured at the smaller of the sizes that the logo has and is to have: enlarging makes edges too wide to unmix. */
async function recolouredRaster(logo: RasterLogo, recipe: RecolourRecipe): Promise<Raster> {
  const raster = await decodeWithin(logo, recipe.width);
  return resizeRaster(recolouredPixels(raster, recipe), sizeOfSide(logo.size, recipe.width));
}

function recolouredPixels(raster: Raster, recipe: RecolourRecipe): Raster {
  switch (recipe.mode) {
    case 'monochrome':
      return monochromeRaster(raster, recipe.colour);
    case 'dark':
      return darkRaster(raster, recipe);
  }
  const colours = logoColours(raster);
  return colours ? recolourRaster(raster, colours, mapOf(recipe.mode, recipe, colours)) : raster;
}

function mapOf(mode: 'duotone' | 'brand', recipe: RecolourRecipe, colours: LogoColours): ColourMap {
  if (mode === 'brand') return brandMap(colours, recipe.colours);
  return duotoneMap(colours, recipe.shadows, recipe.highlights);
}

async function pngOf(raster: Raster): Promise<RenderedFile> {
  if (!inkBox(raster)) throw emptyLogo();
  const { width, height } = raster;
  return { name: 'logo.png', mediaType: 'image/png', bytes: await encodePng(raster), width, height };
}

function warnOfContrast({ background, contrast }: RecolourRecipe, warn: (warning: string) => void): void {
  const most = contrastRange({ background, contrast }).contrast;
  if (most < contrast) warn(`no colour has a contrast of ${contrast} with ${background}; ${most.toFixed(2)} was kept`);
}
