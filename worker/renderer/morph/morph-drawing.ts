import sharp from 'sharp';
import type { Box, Size } from '../geometry.ts';
import { type Raster, toRaster } from '../raster.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import { boxOf } from './contour.ts';
import { type Drawing, drawingAt, drawingOf } from './drawing/drawing.ts';
import type { Matrix } from './flatten/affine.ts';
import { flattenSvg, type Shape } from './flatten/flatten-svg.ts';
import { looksLike } from './looks-like.ts';
import { pairPieces } from './pair/pair-pieces.ts';
import { piecesOf } from './pair/pieces.ts';
import { type Still, windowOn } from './still.ts';

/** An SVG and how it looks on the canvas. */
interface VectorEnd {
  svg: SanitisedSvg;
  still: Still;
}

/**
 * The drawing whose shapes go from those of one SVG to those of another. Undefined when the ends of it would not look
 * as the SVGs do, because there is more in them than shapes, or when there are too many shapes to follow.
 */
export async function morphDrawing(from: VectorEnd, to: VectorEnd, size: Size): Promise<Drawing | undefined> {
  const start = onCanvas(from.svg, size);
  const end = onCanvas(to.svg, size);
  const [a, b] = [start.shapes && piecesOf(start.shapes), end.shapes && piecesOf(end.shapes)];
  if (!a?.length || !b?.length) return undefined;
  const pictures = [start.picture, end.picture] as const;
  const sticksOut = [start, end].some(({ shapes, picture }) => shapes?.some((shape) => !isInside(shape, picture)));
  const drawing = drawingOf(pairPieces(a, b, size), size, sticksOut ? pictures : undefined);
  if (!looksLike(await drawFrame(drawing, 0), from.still.raster)) return undefined;
  if (!looksLike(await drawFrame(drawing, 1), to.still.raster)) return undefined;
  return drawing;
}

/** The pixels of a drawing at a moment. */
export function drawFrame(drawing: Drawing, t: number): Promise<Raster> {
  return toRaster(sharp(Buffer.from(drawingAt(drawing, t))));
}

function onCanvas(svg: SanitisedSvg, size: Size): { shapes: Shape[] | undefined; picture: Box } {
  const window = windowOn(svg.viewBox, size);
  const scale = size.width / window.width;
  const toCanvas: Matrix = [scale, 0, 0, scale, -window.x * scale, -window.y * scale];
  const { x, y, width, height } = svg.viewBox;
  const picture = {
    x: (x - window.x) * scale,
    y: (y - window.y) * scale,
    width: width * scale,
    height: height * scale,
  };
  return { shapes: flattenSvg(svg, toCanvas), picture };
}

/** Whether all of a shape lies in a box; a tenth of a pixel more cannot be seen. */
function isInside({ contours, stroke }: Shape, box: Box): boolean {
  const { x, y, width, height } = boxOf(contours);
  const around = (stroke?.width ?? 0) / 2 - 0.1;
  return (
    x - around >= box.x &&
    y - around >= box.y &&
    x + width + around <= box.x + box.width &&
    y + height + around <= box.y + box.height
  );
}
