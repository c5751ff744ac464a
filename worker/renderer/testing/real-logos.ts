import * as simpleIcons from 'simple-icons';
import type { TestLogo } from './logos.ts';

/** Logos of real brands: round, square, wide, thin strokes, far more parts than usual. */
export const REAL_LOGOS: Record<string, TestLogo> = Object.fromEntries(
  [
    simpleIcons.siGithub,
    simpleIcons.siNpm,
    simpleIcons.siReact,
    simpleIcons.siVuedotjs,
    simpleIcons.siTypescript,
    simpleIcons.siNodedotjs,
    simpleIcons.siCocacola,
    simpleIcons.siStarbucks,
  ].map(({ title, svg }) => [title, { format: 'svg', bytes: Buffer.from(svg) } as const]),
);

/** An SVG logo from what is in it and, if it matters, the attributes of its root. */
export function svgLogo(content: string, attributes = 'viewBox="0 0 100 100"'): TestLogo {
  return {
    format: 'svg',
    bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`),
  };
}
