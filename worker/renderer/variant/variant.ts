import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { emptyLogo } from '../artwork.ts';
import { decoding } from '../decoding.ts';
import { encodePng } from '../encode/png.ts';
import { centredBox, containScale, coverScale, type Size } from '../geometry.ts';
import { inkBox } from '../ink.ts';
import { decode, type OpenedLogo } from '../open-logo.ts';
import { flatten, fromRaster, KERNEL, type Raster, toRaster } from '../raster.ts';
import { rasteriseSvg } from '../rasterise-svg.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { variantSize } from './variant-size.ts';

const FILES = {
  png: { name: 'logo.png', mediaType: 'image/png' },
  jpeg: { name: 'logo.jpg', mediaType: 'image/jpeg' },
  webp: { name: 'logo.webp', mediaType: 'image/webp' },
  avif: { name: 'logo.avif', mediaType: 'image/avif' },
} as const;

/** Effort 4, sharp's default, takes seven times as long as 2 for files 8 % smaller. */
const AVIF_EFFORT = 2;

/**
 * One picture, resized and converted.
 * @throws ProblemError 'output-too-large', 'empty-logo', 'unreadable-logo' or 'truncated-logo'
 */
export async function renderVariant(
  logo: OpenedLogo,
  recipe: VariantRecipe,
  { signal }: { signal: AbortSignal },
): Promise<RenderedFile> {
  const size = variantSize(logo.kind === 'vector' ? logo.svg.viewBox : logo.size, recipe);
  const drawn = await draw(logo, size, recipe.fit);
  signal.throwIfAborted();
  if (!inkBox(drawn)) throw emptyLogo();
  const background = recipe.background === 'transparent' && recipe.format === 'jpeg' ? '#ffffff' : recipe.background;
  const raster = background === 'transparent' ? drawn : flatten(drawn, background);
  return { ...FILES[recipe.format], bytes: await encode(raster, recipe), ...size };
}

/** The logo as it meets a canvas of a size, transparent where it leaves it free. */
async function draw(logo: OpenedLogo, size: Size, fit: VariantRecipe['fit']): Promise<Raster> {
  const keepsAspect = fit === 'contain' || fit === 'cover';
  if (logo.kind === 'raster') {
    // `size` has the aspect ratio that `inside` and `outside` want, but for its rounding.
    const options = {
      fit: keepsAspect ? fit : 'fill',
      background: { r: 0, g: 0, b: 0, alpha: 0 },
      kernel: KERNEL,
    } as const;
    return decoding(logo.bytes, logo.format, () =>
      toRaster(decode(logo).ensureAlpha().resize(size.width, size.height, options)),
    );
  }
  const { viewBox } = logo.svg;
  if (!keepsAspect) return rasteriseSvg(logo.svg, viewBox, size);
  const scale = fit === 'contain' ? containScale(viewBox, size) : coverScale(viewBox, size);
  return rasteriseSvg(logo.svg, centredBox(viewBox, { width: size.width / scale, height: size.height / scale }), size);
}

async function encode(raster: Raster, { format, quality }: VariantRecipe): Promise<Buffer> {
  switch (format) {
    case 'png':
      return encodePng(raster);
    case 'jpeg':
      // Halved chroma, which photographs bear, puts a fringe on every coloured edge of a logo.
      return fromRaster(raster).removeAlpha().jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    case 'webp':
      return fromRaster(raster).webp({ quality, smartSubsample: true }).toBuffer();
    case 'avif':
      return fromRaster(raster).avif({ quality, effort: AVIF_EFFORT }).toBuffer();
  }
}
