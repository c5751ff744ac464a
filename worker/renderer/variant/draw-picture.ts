import { LIMITS } from '@logomorph/contract/limits.ts';
import type { Sharp } from 'sharp';
import { coverScale, type Size, scaledSize } from '../geometry.ts';
import { fromRaster, KERNEL, toRaster } from '../raster.ts';
import type { Layout } from './layout.ts';
import { pixelBox, visibleBox } from './pixel-box.ts';
import { type Turn, turnedSize } from './turn.ts';

/**
 * A pipeline that draws a turned picture where a layout has it, transparent around it.
 * @param size of the picture
 */
export async function drawPicture(picture: Sharp, size: Size, turn: Turn, layout: Layout): Promise<Sharp> {
  const whole = pixelBox(layout.content);
  const isQuarterTurn = turn.degrees % 90 === 0;
  const resized = isQuarterTurn ? resizeAndTurn(picture, turn, whole) : await turnAndResize(picture, size, turn, whole);
  const { x, y, width, height } = visibleBox(layout);
  const visible =
    width < whole.width || height < whole.height
      ? resized.extract({ left: x - whole.x, top: y - whole.y, width, height })
      : resized;
  const { canvas } = layout;
  const around = { left: x, top: y, right: canvas.width - x - width, bottom: canvas.height - y - height };
  return visible.extend({ ...around, background: '#00000000' });
}

function resizeAndTurn(picture: Sharp, { flop, flip, degrees }: Turn, { width, height }: Size): Sharp {
  const [x, y] = degrees % 180 === 0 ? [width, height] : [height, width];
  return picture.resize(x, y, { fit: 'fill', kernel: KERNEL }).flop(flop).flip(flip).rotate(degrees);
}

/** By any angle: rotated at twice the size that is wanted, as far as there are pixels, because rotating blurs. */
async function turnAndResize(picture: Sharp, size: Size, turn: Turn, target: Size): Promise<Sharp> {
  const turned = turnedSize(size, turn);
  const scale = Math.min(
    1,
    2 * coverScale(turned, target),
    Math.sqrt(LIMITS.logoPixels / (turned.width * turned.height)),
  );
  const resized = picture.resize({ ...scaledSize(size, scale), fit: 'fill', kernel: KERNEL });
  const rotated = resized.flop(turn.flop).flip(turn.flip).rotate(turn.degrees, { background: '#00000000' });
  const raster = await toRaster(rotated);
  return fromRaster(raster).resize(target.width, target.height, { fit: 'fill', kernel: KERNEL });
}
