import { attributeOf, type SvgElement } from '../svg-element.ts';
import { SVG_LIMITS } from '../svg-limits.ts';
import { tooComplex } from '../too-complex.ts';
import { longest } from './length.ts';
import { stretchOf } from './stretch.ts';

/**
 * The work of painting a shape with a gradient.
 * @param chain the gradient, and those it takes attributes and stops from
 */
export function gradientWork(chain: readonly SvgElement[]): number {
  const stops = chain.reduce((sum, server) => sum + server.children.length, 0);
  const isPlain = chain.every((server) => server.name === 'linearGradient' && !attributeOf(server, 'spreadMethod'));
  return (isPlain ? 2 : 6) + 0.1 * stops + 0.02 * chain.length;
}

/** What a pattern paints. */
export interface Painted {
  /** Its longer side, in its own units. */
  extent: number;
  /** From its units to those of the root. */
  scale: number;
  /** The longer side of what is drawn of the root. */
  side: number;
}

/** Of a pattern of tiny tiles, which are laid one by one. */
const MOST_PATTERN_WORK = 220;

/**
 * The work of painting a shape with a pattern whose tile is drawn.
 * @param chain the pattern, and those it takes attributes from
 * @throws ProblemError 'logo-too-complex' when the tile is far larger than the picture: it is drawn as a whole, however
 * little of it shows
 */
export function patternWork(chain: readonly SvgElement[], { extent, scale, side }: Painted): number {
  const value = (name: string) => chain.map((pattern) => attributeOf(pattern, name)).find((text) => text !== undefined);
  const sides = ['width', 'height'].map((name) => longest([value(name) ?? '0'], 1));
  const unit = value('patternUnits') === 'userSpaceOnUse' ? 1 : extent;
  const stretch = stretchOf(value('patternTransform') ?? '');
  const tileSide = Math.max(...sides) * unit * Math.max(1, stretch.scale) * scale;
  if (!(tileSide <= SVG_LIMITS.patternTile * side)) {
    throw tooComplex(Math.ceil(tileSide), 'units of a side in the tile of a pattern', SVG_LIMITS.patternTile * side);
  }
  const tiles = extent / (Math.min(...sides) * unit * (stretch.scale / stretch.ratio));
  return tiles > 0 ? Math.min(MOST_PATTERN_WORK, 20 + 2 * tiles) : MOST_PATTERN_WORK;
}
