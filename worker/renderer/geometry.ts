/** A width and a height, in pixels of a raster or in user units of an SVG. */
export interface Size {
  width: number;
  height: number;
}

/** A rectangle, in the same. */
export interface Box extends Size {
  x: number;
  y: number;
}

/** Whether two sizes are the same. */
export function isSameSize(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height;
}

/**
 * The smallest box that holds a span of each row, in pixels; undefined when no row has one.
 * @param spanOf the columns of the first and the last pixel of what is looked for in a row, if it has any
 */
export function boxOfSpans(
  height: number,
  spanOf: (y: number) => readonly [first: number, last: number] | undefined,
): Box | undefined {
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, -1, -1, -1];
  for (let y = 0; y < height; y++) {
    const span = spanOf(y);
    if (!span) continue;
    left = Math.min(left, span[0]);
    right = Math.max(right, span[1]);
    if (top === -1) top = y;
    bottom = y;
  }
  if (top === -1) return undefined;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** The factor that makes `inner` just fit inside `outer`. */
export function containScale(inner: Size, outer: Size): number {
  return Math.min(outer.width / inner.width, outer.height / inner.height);
}

/** The factor that makes `inner` just cover `outer`. */
export function coverScale(inner: Size, outer: Size): number {
  return Math.max(outer.width / inner.width, outer.height / inner.height);
}

/** The factor that makes something no longer than `side`: 1, unless it is longer. */
export function shrinkScale({ width, height }: Size, side: number): number {
  return Math.min(1, side / Math.max(width, height));
}

/** A size by a factor, in whole pixels and at least one. */
export function scaledSize({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The size, in whole pixels, of something whose longer side is to be `side`. */
export function sizeOfSide(size: Size, side: number): Size {
  return scaledSize(size, side / Math.max(size.width, size.height));
}

/** What is left around a size in the middle of a canvas, in whole pixels; less than nothing where the canvas is smaller. */
export function marginsAround({ width, height }: Size, canvas: Size) {
  const [left, top] = [Math.floor((canvas.width - width) / 2), Math.floor((canvas.height - height) / 2)];
  return { left, top, right: canvas.width - width - left, bottom: canvas.height - height - top };
}

/** The box of a size that has the same centre as another box. */
export function centredBox(around: Box, size: Size): Box {
  return {
    x: around.x + (around.width - size.width) / 2,
    y: around.y + (around.height - size.height) / 2,
    ...size,
  };
}

/** What two boxes that overlap have in common. */
export function intersection(one: Box, other: Box): Box {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  return {
    x,
    y,
    width: Math.min(one.x + one.width, other.x + other.width) - x,
    height: Math.min(one.y + one.height, other.y + other.height) - y,
  };
}

/** The smallest box around points, each as x and y; all zero when there are none. */
export function boundsOf(points: readonly number[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}
