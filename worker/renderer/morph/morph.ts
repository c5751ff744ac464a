import { ProblemError } from '@logomorph/contract/problem.ts';
import type { MorphRecipe } from '@logomorph/contract/recipe/morph.ts';
import { encodeAnimatedGif } from '../encode/animated-gif.ts';
import { encodeAnimatedWebp } from '../encode/animated-webp.ts';
import type { AnimationFrame } from '../encode/animation.ts';
import { encodeApng } from '../encode/apng.ts';
import { encodePng } from '../encode/png.ts';
import { zip } from '../kit/zip.ts';
import type { OpenedLogo } from '../open-logo.ts';
import { flatten } from '../raster.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { animatedSvg } from './animated-svg.ts';
import { type Morph, morphBetween } from './morph-between.ts';
import { withPlainEdges } from './plain-edges.ts';
import { type Moment, timelineOf } from './timeline.ts';

const MEDIA_TYPES = { webp: 'image/webp', gif: 'image/gif', apng: 'image/apng' } as const;

/**
 * An animation from a logo to another, both as large as they fit into the canvas. Its first and its last picture are
 * the logos themselves, to the pixel; between them shapes become shapes, or pictures that have more in them than shapes
 * dissolve into one another.
 * @throws ProblemError 'morph-too-large'; 'format-not-possible' for an svg of what is not all shapes; 'empty-logo'
 * or 'unreadable-logo'
 */
export async function renderMorph(
  from: OpenedLogo,
  to: OpenedLogo,
  recipe: MorphRecipe,
  { signal }: { signal: AbortSignal },
): Promise<RenderedFile> {
  const { format, width, height } = recipe;
  if (format === 'svg') {
    const bytes = await svgFile(from, to, recipe, signal);
    return { name: 'morph.svg', mediaType: 'image/svg+xml', bytes, width, height };
  }
  const moments = timelineOf(recipe);
  const morph = await morphBetween(from, to, recipe, signal);
  const frames = () => framesOf(morph, moments, recipe, signal);
  if (format === 'frames') return { name: 'morph.zip', mediaType: 'application/zip', bytes: await zipOf(frames()) };
  const bytes = await animation(frames, recipe);
  return { name: `morph.${format}`, mediaType: MEDIA_TYPES[format], bytes, width, height };
}

/** Makes the frames one after the other, as they are asked for. */
async function* framesOf(
  { drawing, pictureAt }: Morph,
  moments: readonly Moment[],
  { background, format }: MorphRecipe,
  signal: AbortSignal,
): AsyncGenerator<AnimationFrame> {
  for (const { progress, duration } of moments) {
    signal.throwIfAborted();
    const picture = await pictureAt(progress);
    const isEnd = progress === 0 || progress === 1;
    const isFlat = drawing?.gradients.length === 0;
    const raster = isFlat && !isEnd && format !== 'frames' ? withPlainEdges(picture) : picture;
    yield {
      raster: background === 'transparent' ? raster : flatten(raster, background),
      duration,
      lossy: !isFlat && !isEnd,
    };
  }
}

function animation(frames: () => AsyncIterable<AnimationFrame>, recipe: MorphRecipe): Promise<Buffer> {
  const options = { size: { width: recipe.width, height: recipe.height }, repeats: recipe.loop !== 'once' };
  switch (recipe.format) {
    case 'gif':
      return encodeAnimatedGif(frames(), { ...options, transparent: recipe.background === 'transparent' });
    case 'apng':
      return encodeApng(frames, options);
    default:
      return encodeAnimatedWebp(frames(), options);
  }
}

async function zipOf(frames: AsyncIterable<AnimationFrame>): Promise<Buffer> {
  const files: RenderedFile[] = [];
  for await (const { raster } of frames) {
    const name = `frame-${`${files.length}`.padStart(3, '0')}.png`;
    files.push({ name, mediaType: 'image/png', bytes: await encodePng(raster, { effort: 'low' }) });
  }
  return zip(files);
}

async function svgFile(from: OpenedLogo, to: OpenedLogo, recipe: MorphRecipe, signal: AbortSignal): Promise<Buffer> {
  const isPossible = from.kind === 'vector' && to.kind === 'vector';
  const drawing = isPossible ? (await morphBetween(from, to, recipe, signal)).drawing : undefined;
  if (drawing) return animatedSvg(drawing, recipe);
  throw new ProblemError(
    'format-not-possible',
    'An svg morph is made of two SVGs that are all shapes; these have pictures, text, effects or outlines that cross themselves in them, or too many shapes',
  );
}
