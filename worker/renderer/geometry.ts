/** A width and a height, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A rectangle, in pixels of a raster or in user units of an SVG. */
export interface Box extends Size {
  x: number;
  y: number;
}

/** The factor that makes `inner` just fit inside `outer`. */
export function containScale(inner: Size, outer: Size): number {
  return Math.min(outer.width / inner.width, outer.height / inner.height);
}

/** The factor that makes `inner` just cover `outer`. */
export function coverScale(inner: Size, outer: Size): number {
  return Math.max(outer.width / inner.width, outer.height / inner.height);
}

/** The box of a size that has the same centre as another box. */
export function centredBox(around: Box, size: Size): Box {
  return {
    x: around.x + (around.width - size.width) / 2,
    y: around.y + (around.height - size.height) / 2,
    ...size,
  };
}
