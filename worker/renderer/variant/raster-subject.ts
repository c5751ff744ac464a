import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { Sharp } from 'sharp';
import { emptyLogo } from '../artwork.ts';
import { decoding } from '../decoding.ts';
import type { Box, Size } from '../geometry.ts';
import type { RasterLogo } from '../open-logo.ts';
import { fromRaster, toRaster } from '../raster.ts';
import { animates, decodeFrames, frameSize } from './animation.ts';
import { decodeManaged } from './colour.ts';
import { drawPicture } from './draw-picture.ts';
import type { Layout } from './layout.ts';
import type { Subject } from './subject.ts';
import { trimBox } from './trim-box.ts';
import { turnOf } from './turn.ts';

/** Opens a part of a frame anew, for each time that it is drawn. */
type Open = () => Sharp;

/** The subject of a raster logo: each frame is decoded and resampled in one go, unless something has to see it first. */
export async function rasterSubject(logo: RasterLogo, recipe: VariantRecipe): Promise<Subject> {
  const { box, frames } = await takePart(logo, recipe);
  const turn = turnOf(recipe);
  const isAnimated = animates(logo, recipe);
  const pictures = frames.map((open) => (layout: Layout) => drawPicture(open(), box, turn, layout));
  return {
    box,
    frames: pictures.map(
      (picture) => (layout: Layout) =>
        decoding(logo.bytes, logo.format, async () => {
          // sharp tells another size when it cuts and then extends.
          const { data } = await toRaster(await picture(layout));
          return { data, ...layout.canvas };
        }),
    ),
    pictures,
    delays: isAnimated ? (logo.head.delay ?? []) : [],
    loop: isAnimated ? (logo.head.loop ?? 0) : 0,
  };
}

async function takePart(logo: RasterLogo, recipe: VariantRecipe): Promise<{ box: Box; frames: Open[] }> {
  const isAnimated = animates(logo, recipe);
  const whole = { x: 0, y: 0, ...frameSize(logo, recipe) };
  const { crop } = recipe;
  const cropped = crop ? { x: crop.left, y: crop.top, width: crop.width, height: crop.height } : whole;
  if (!isAnimated && !recipe.trim)
    return { box: cropped, frames: [() => part(decodeManaged(logo, recipe), cropped, whole)] };
  const rasters = await decoding(logo.bytes, logo.format, async () =>
    isAnimated ? decodeFrames(logo, recipe) : [await toRaster(decodeManaged(logo, recipe))],
  );
  const box = recipe.trim ? trimBox(rasters, cropped) : cropped;
  if (!box) throw emptyLogo();
  return { box, frames: rasters.map((raster) => () => part(fromRaster(raster), box, whole)) };
}

function part(picture: Sharp, { x, y, width, height }: Box, whole: Size): Sharp {
  if (width === whole.width && height === whole.height) return picture;
  return picture.extract({ left: x, top: y, width, height });
}
