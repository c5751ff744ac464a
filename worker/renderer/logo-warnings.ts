import type { OpenedLogo } from './open-logo.ts';
import { drawable } from './svg/drawable.ts';
import { elementsIn, type SvgElement, textOf } from './svg/svg-element.ts';

const TEXTS = new Set(['text', 'tspan', 'textPath']);

/** What librsvg does not know, which is left of a `drawable` SVG too; variables with a fallback it knows. */
const NOT_DRAWN =
  /transform-origin|transform-box|\b(?:pathLength|textLength)(?==)|(?:light-dark|color-mix|calc)\(|(?<!--[\w-]+:\s*)var\(\s*--[\w-]+\s*\)|(?<![\w-])background(?:-color)?(?=:)|clip-path:(?:circle|ellipse|inset|polygon|path)\(|(?<![\w-])d(?=:path\()/g;

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
  const notDrawn = drawable(logo.svg).svg.toString().match(NOT_DRAWN) ?? [];
  for (const what of new Set(notDrawn))
    warnings.push(`drawn as if it were not in the SVG: ${what.replace(/\($/, '()')}`);
  if (hasText(root)) {
    warnings.push('the SVG has text, whose font cannot be counted on: convert it to paths to keep its shapes');
  }
  return warnings;
}

function hasText(root: SvgElement): boolean {
  for (const element of elementsIn(root)) if (TEXTS.has(element.name) && textOf(element).trim() !== '') return true;
  return false;
}
