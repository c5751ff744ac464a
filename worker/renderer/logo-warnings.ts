import type { OpenedLogo } from './open-logo.ts';
import { elementsIn, type SvgElement, textOf } from './svg/svg-element.ts';

const TEXTS = new Set(['text', 'tspan', 'textPath']);

/** What to know of a logo, whatever is made of it. */
export function logoWarnings(logo: OpenedLogo): string[] {
  if (logo.kind === 'raster') return [];
  const { dropped, root, hasOwnSize, viewBox } = logo.svg;
  const warnings = dropped.map((what) => `left out of the SVG: ${what}`);
  if (!hasOwnSize) {
    const { width, height } = viewBox;
    warnings.push(
      `the SVG has no viewBox and no size: as in browsers, what lies outside of ${width} x ${height} is cut off`,
    );
  }
  if (hasText(root)) {
    warnings.push('the SVG has text, whose font cannot be counted on: convert it to paths to keep its shapes');
  }
  return warnings;
}

function hasText(root: SvgElement): boolean {
  for (const element of elementsIn(root)) if (TEXTS.has(element.name) && textOf(element).trim() !== '') return true;
  return false;
}
