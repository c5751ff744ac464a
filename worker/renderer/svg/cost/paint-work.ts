import { attributeOf, type SvgElement } from '../svg-element.ts';
import { SVG_LIMITS } from '../svg-limits.ts';
import { tooComplex } from '../too-complex.ts';
import { longest } from './length.ts';
import { stretchOf } from './stretch.ts';

/**
 * The work of painting a shape with a gradient; that of a pattern is the work of its content.
 * @param chain the gradient, and those it takes attributes and stops from
 */
export function paintWork(chain: readonly SvgElement[]): number {
  const stops = chain.reduce((sum, server) => sum + server.children.length, 0);
  const isPlain = chain.every((server) => server.name === 'linearGradient' && !attributeOf(server, 'spreadMethod'));
  return (isPlain ? 2 : 5) + 0.08 * stops + 0.02 * chain.length;
}

/** What a pattern paints. */
export interface Painted {
  /** Its longer side, in units of the root. */
  extent: number;
  /** From its units to those of the root. */
  scale: number;
  /** The longer side of what is drawn of the root. */
  side: number;
}

/**
 * Refuses a pattern whose tile is far larger than the picture: it is drawn as a whole, however little of it shows.
 * @param chain the pattern, and those it takes attributes from
 * @throws ProblemError 'logo-too-complex'
 */
export function limitTile(chain: readonly SvgElement[], { extent, scale, side }: Painted): void {
  const value = (name: string) => chain.map((pattern) => attributeOf(pattern, name)).find((text) => text !== undefined);
  const tile = longest([value('width') ?? '0', value('height') ?? '0'], 1);
  const unit = value('patternUnits') === 'userSpaceOnUse' ? scale : extent;
  const tileSide = tile * unit * Math.max(1, stretchOf(value('patternTransform') ?? '').scale);
  if (!(tileSide <= SVG_LIMITS.patternTile * side)) {
    throw tooComplex(Math.ceil(tileSide), 'units of a side in the tile of a pattern', SVG_LIMITS.patternTile * side);
  }
}
