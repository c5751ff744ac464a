import type { Size } from '../geometry.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { Raster } from '../raster.ts';
import { drawable } from '../svg/drawable.ts';
import { dissolve } from './dissolve.ts';
import type { Drawing } from './drawing/drawing.ts';
import { drawFrame, morphDrawing } from './morph-drawing.ts';
import { drawStill } from './still.ts';

/** A morph that is ready to be looked at. */
export interface Morph {
  /** The drawing whose shapes move; undefined when pictures dissolve into one another. */
  drawing: Drawing | undefined;
  /** The picture when it is a share from 0 to 1 on its way, transparent around the logos. */
  pictureAt(progress: number): Promise<Raster>;
}

/**
 * The morph from a logo to another on a canvas. At both ends its pictures are the logos as they stand still.
 * @throws ProblemError 'empty-logo' or 'unreadable-logo'
 */
export async function morphBetween(from: OpenedLogo, to: OpenedLogo, size: Size, signal: AbortSignal): Promise<Morph> {
  const start = await drawStill(from, size);
  signal.throwIfAborted();
  const end = await drawStill(to, size);
  signal.throwIfAborted();
  const drawing =
    from.kind === 'vector' && to.kind === 'vector'
      ? await morphDrawing({ svg: drawable(from.svg), still: start }, { svg: drawable(to.svg), still: end }, size)
      : undefined;
  return {
    drawing,
    async pictureAt(progress) {
      if (progress === 0) return start.raster;
      if (progress === 1) return end.raster;
      return drawing ? drawFrame(drawing, progress) : dissolve(start, end, progress);
    },
  };
}
