import { type Box, intersection } from '../geometry.ts';
import type { Layout } from './layout.ts';

/** The box of whole pixels that is nearest to a box, and at least one pixel large. */
export function pixelBox({ x, y, width, height }: Box): Box {
  return {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.max(1, Math.round(width)),
    height: Math.max(1, Math.round(height)),
  };
}

/** What is seen of the content, in whole pixels. */
export function visibleBox({ inner, content }: Layout): Box {
  return intersection(pixelBox(content), inner);
}
