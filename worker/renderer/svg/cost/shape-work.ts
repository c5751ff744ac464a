import { attributeOf, type SvgElement } from '../svg-element.ts';
import { SVG_LIMITS } from '../svg-limits.ts';
import { tooComplex } from '../too-complex.ts';
import { SHAPE_LENGTHS } from './costly-properties.ts';
import type { Declarations } from './declared-values.ts';
import { longest } from './length.ts';
import { crossingsOf, type Outline, outlineOf } from './outline.ts';
import type { Stroke } from './stroke.ts';

/** Lines that a row of pixels crosses from which on each costs the same; fewer cost less each. */
const DENSE = 700;

/** The shapes of a tree, each measured once however often it is drawn. */
export class Shapes {
  readonly #outlines = new Map<SvgElement, Outline>();
  readonly #crossings = new Map<Outline, Map<number, number>>();
  #lines = 0;

  /**
   * The outline of a shape.
   * @param side what 100 % is
   * @throws ProblemError 'logo-too-complex' when all outlines together have too many lines
   */
  outline(element: SvgElement, declared: Declarations, side: number): Outline {
    const known = this.#outlines.get(element);
    if (known) return known;
    const outline = measure(element, declared, side);
    this.#lines += outline.lines.length / 4;
    if (this.#lines > SVG_LIMITS.lines) throw tooComplex(this.#lines, 'or more lines in outlines', SVG_LIMITS.lines);
    this.#outlines.set(element, outline);
    return outline;
  }

  /** The work of filling and stroking an outline that is stretched by a ratio, see `limitDrawing`. */
  work(outline: Outline, ratio: number, stroke: Stroke | undefined): number {
    const lines = outline.lines.length / 4;
    const dense = (padding: number) => denseWork(Math.min(lines, this.#crossingsOf(outline, padding) * ratio || 0));
    const fill = lines * 0.002 + dense(0);
    return stroke ? fill + dense(stroke.width / 2) + dashWork(outline.length, stroke.dash) : fill;
  }

  #crossingsOf(outline: Outline, padding: number): number {
    const byPadding = this.#crossings.get(outline) ?? new Map<number, number>();
    this.#crossings.set(outline, byPadding);
    const crossings = byPadding.get(padding) ?? crossingsOf(outline, padding);
    byPadding.set(padding, crossings);
    return crossings;
  }
}

function denseWork(crossings: number): number {
  return 1.3 * crossings * Math.min(1, crossings / DENSE);
}

function dashWork(length: number, dash: number | undefined): number {
  if (dash === undefined) return 0;
  const dashes = length / dash / 2;
  return dashes * 0.2 * (1 + dashes / 3000);
}

function measure(element: SvgElement, declared: Declarations, side: number): Outline {
  switch (element.name) {
    case 'path':
      return outlineOf(attributeOf(element, 'd') ?? '');
    case 'polygon':
    case 'polyline':
      return outlineOf(`M${attributeOf(element, 'points') ?? ''}`);
    default: {
      // It has too few lines to look at each, and its lengths may come from a style.
      const lengths = SHAPE_LENGTHS.map((name) => longest(declared.get(name)?.values ?? [], side));
      const extent = 2 * Math.max(...lengths);
      return { lines: [], vertices: 2, length: 4 * extent, extent };
    }
  }
}
