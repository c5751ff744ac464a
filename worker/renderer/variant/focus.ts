import sharp from 'sharp';
import { scaledSize, shrinkScale } from '../geometry.ts';
import { fromRaster } from '../raster.ts';
import { CENTRE, type Focus, type Layout } from './layout.ts';
import type { Subject } from './subject.ts';

/** The longest side, in pixels, of the drawing that is looked at. */
const LOOK_SIDE = 512;

/** Which part of a covering logo stands out most, by libvips' smartcrop on its first frame. */
export async function findFocus(
  subject: Subject,
  { inner, content }: Layout,
  strategy: 'attention' | 'entropy',
  signal: AbortSignal,
): Promise<Focus> {
  const scale = shrinkScale(content, LOOK_SIDE);
  const whole = { x: 0, y: 0, ...scaledSize(content, scale) };
  const [drawn] = await subject.draw({ canvas: whole, inner: whole, content: whole }, signal);
  if (!drawn) return CENTRE;
  const seen = scaledSize(inner, scale);
  const part = { width: Math.min(whole.width, seen.width), height: Math.min(whole.height, seen.height) };
  const { info } = await fromRaster(drawn)
    .resize({ ...part, fit: 'cover', position: sharp.strategy[strategy] })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const focus = (offset: number | undefined, room: number) => (room > 0 ? Math.abs(offset ?? 0) / room : 0.5);
  return {
    x: focus(info.cropOffsetLeft, whole.width - part.width),
    y: focus(info.cropOffsetTop, whole.height - part.height),
  };
}
