import sharp from 'sharp';
import { containScale } from '../geometry.ts';
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
  const scale = Math.min(1, containScale(content, { width: LOOK_SIDE, height: LOOK_SIDE }));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  const whole = { x: 0, y: 0, width: side(content.width), height: side(content.height) };
  const [drawn] = await subject.draw({ canvas: whole, inner: whole, content: whole }, signal);
  if (!drawn) return CENTRE;
  const part = {
    width: Math.min(whole.width, side(inner.width)),
    height: Math.min(whole.height, side(inner.height)),
  };
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
