import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { Sharp } from 'sharp';
import { emptyLogo } from '../artwork.ts';
import { decoding } from '../decoding.ts';
import { type Box, isSameSize, type Size } from '../geometry.ts';
import type { RasterLogo } from '../open-logo.ts';
import { fromRaster, type Raster, toRaster } from '../raster.ts';
import { animates, decodeFrames, frameSize, framesOf } from './animation.ts';
import { decodeManaged } from './colour.ts';
import { drawPicture } from './draw-picture.ts';
import type { Layout } from './layout.ts';
import { keptApart } from './strip-edges.ts';
import type { Subject } from './subject.ts';
import { trimBox } from './trim-box.ts';
import { type Turn, turnOf } from './turn.ts';

/** The subject of a raster logo: decoded and resampled in one go, unless something has to see its pixels first. */
export async function rasterSubject(logo: RasterLogo, recipe: VariantRecipe): Promise<Subject> {
  const { crop } = recipe;
  const isAnimated = animates(logo, recipe);
  const turn = turnOf(recipe);
  const whole = { x: 0, y: 0, ...frameSize(logo, recipe) };
  const cropped = crop ? { x: crop.left, y: crop.top, width: crop.width, height: crop.height } : whole;
  const { delay = [], loop = 0 } = logo.head;
  const animation = { delays: isAnimated ? delay : [], loop };
  if (recipe.trim) {
    const frames = await decodeFrames(logo, recipe);
    const box = trimBox(frames, cropped);
    if (!box) throw emptyLogo();
    return { box, draw: (layout, signal) => drawEach(frames, box, turn, layout, signal), ...animation };
  }
  const picture = (layout: Layout) =>
    drawPicture(part(decodeManaged(logo, recipe), cropped, whole), cropped, turn, layout);
  const drawAtOnce = async (layout: Layout) => {
    const { data } = await decoding(logo.format, async () => toRaster(await picture(layout)));
    return framesOf(data, layout.canvas);
  };
  if (!isAnimated) return { box: cropped, draw: drawAtOnce, picture, ...animation };
  return {
    box: cropped,
    draw: async (layout, signal) => {
      // All at once takes half the time, but resampling looks beyond the edges of a frame.
      const frames = turn.degrees === 0 && !turn.flip ? await drawAtOnce(layout) : undefined;
      if (frames && keptApart(frames, layout)) return frames;
      return drawEach(await decodeFrames(logo, recipe), cropped, turn, layout, signal);
    },
    ...animation,
  };
}

async function drawEach(frames: readonly Raster[], box: Box, turn: Turn, layout: Layout, signal: AbortSignal) {
  const drawn: Raster[] = [];
  for (const frame of frames) {
    signal.throwIfAborted();
    const { data } = await toRaster(await drawPicture(part(fromRaster(frame), box, frame), box, turn, layout));
    // The size that sharp tells is another one when it cuts and then extends.
    drawn.push({ data, ...layout.canvas });
  }
  return drawn;
}

function part(picture: Sharp, box: Box, whole: Size): Sharp {
  if (isSameSize(box, whole)) return picture;
  return picture.extract({ left: box.x, top: box.y, width: box.width, height: box.height });
}
