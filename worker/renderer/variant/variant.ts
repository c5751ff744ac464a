import { ProblemError } from '@logomorph/contract/problem.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import { emptyLogo } from '../artwork.ts';
import type { Size } from '../geometry.ts';
import { inkBox } from '../ink.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { Raster } from '../raster.ts';
import { FILTERED_SIDE } from '../rasterise-svg.ts';
import type { RenderOptions } from '../render.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { isFiltered } from '../svg/filtered.ts';
import { bestWithin } from './budget.ts';
import { checkCanvas, checkPossible } from './check-possible.ts';
import { compose } from './compose.ts';
import { encodeDirectly } from './direct-variant.ts';
import { encodeVariant, type PixelFormat } from './encode-variant.ts';
import { type Layout, scaledLayout } from './layout.ts';
import { losesMetadata } from './metadata.ts';
import { layoutOfSubject, openSubject, type Subject } from './subject.ts';
import { encodeSvgVariant } from './svg-variant.ts';

const FILES = {
  png: { name: 'logo.png', mediaType: 'image/png' },
  jpeg: { name: 'logo.jpg', mediaType: 'image/jpeg' },
  webp: { name: 'logo.webp', mediaType: 'image/webp' },
  avif: { name: 'logo.avif', mediaType: 'image/avif' },
  gif: { name: 'logo.gif', mediaType: 'image/gif' },
  ico: { name: 'logo.ico', mediaType: 'image/x-icon' },
  icns: { name: 'logo.icns', mediaType: 'image/x-icns' },
  svg: { name: 'logo.svg', mediaType: 'image/svg+xml' },
} as const;

const FILTERS_ENLARGED = `the SVG has filters, so it was drawn at ${FILTERED_SIDE} pixels and enlarged, which makes its edges softer`;

/** The side of the drawing that tells whether an SVG shows anything. */
const LOOK_SIDE = 512;

/**
 * One picture, resized and converted.
 * @throws ProblemError 'format-not-possible', 'crop-outside-logo', 'output-too-large', 'max-bytes-not-reached',
 * 'empty-logo', 'unreadable-logo', or 'logo-too-complex' when the part that is taken of an SVG costs too much
 */
export async function renderVariant(
  logo: OpenedLogo,
  recipe: VariantRecipe,
  options: RenderOptions,
): Promise<RenderedFile> {
  checkPossible(logo, recipe);
  const { format } = recipe;
  if (losesMetadata(logo, recipe)) options.warn('the metadata of the logo were left out');
  const subject = await openSubject(logo, recipe);
  options.signal.throwIfAborted();
  const layout = await layoutOfSubject(subject, recipe, options.signal);
  checkCanvas(layout.canvas, logo, recipe);
  if (format !== 'svg' && enlargesFilters(logo, layout.canvas)) options.warn(FILTERS_ENLARGED);
  const bytes =
    format === 'svg'
      ? await svgBytes(logo, subject, layout, recipe, options)
      : await pixelBytes(logo, subject, layout, { ...recipe, format }, options);
  return { ...FILES[format], bytes, ...layout.canvas };
}

async function pixelBytes(
  logo: OpenedLogo,
  subject: Subject,
  layout: Layout,
  recipe: VariantRecipe & { format: PixelFormat },
  { signal }: RenderOptions,
): Promise<Buffer> {
  const direct = await encodeDirectly(logo, subject, layout, recipe, signal);
  if (direct) return direct;
  const { delays, loop } = subject;
  const drawn = await subject.draw(layout, signal);
  signal.throwIfAborted();
  if (!drawn.some(inkBox)) throw emptyLogo();
  const rasters: Raster[] = [];
  for (const frame of drawn) rasters.push(await compose(frame, layout, recipe));
  return encodeVariant({ rasters, delays, loop }, logo, recipe, signal);
}

async function svgBytes(
  logo: OpenedLogo,
  subject: Subject,
  layout: Layout,
  recipe: VariantRecipe,
  { signal }: RenderOptions,
): Promise<Buffer> {
  if (logo.kind === 'raster') throw new ProblemError('format-not-possible', `No SVG can be made of a ${logo.format}`);
  const drawn = await subject.draw(scaledLayout(layout, LOOK_SIDE), signal);
  if (!drawn.some(inkBox)) throw emptyLogo();
  const svg = encodeSvgVariant(logo.svg, subject.box, recipe, layout);
  return bestWithin(recipe.maxBytes, [svg], signal, async (only) => only);
}

function enlargesFilters(logo: OpenedLogo, { width, height }: Size): boolean {
  return logo.kind === 'vector' && Math.max(width, height) > FILTERED_SIDE && isFiltered(logo.svg.svg.toString());
}
