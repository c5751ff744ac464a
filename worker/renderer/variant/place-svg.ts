import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { Box } from '../geometry.ts';
import { frameStyle, nestedSvg } from '../svg/frame-svg.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import { boxText } from '../svg/view-box.ts';
import type { Layout } from './layout.ts';
import { turnedSize, turnOf } from './turn.ts';

/**
 * A box of an SVG, turned and laid out: elements whose user units are the pixels of the canvas.
 * @param box what is shown, in the SVG's own coordinates
 */
export function placedSvg(svg: SanitisedSvg, box: Box, recipe: VariantRecipe, { inner, content }: Layout): string {
  const turn = turnOf(recipe);
  const turned = turnedSize(box, turn);
  const steps: [name: string, values: number[], cssUnit: string][] = [
    ['translate', [content.x + content.width / 2, content.y + content.height / 2], 'px'],
    ['scale', [content.width / turned.width, content.height / turned.height], ''],
    ['rotate', [turn.degrees], 'deg'],
    ['scale', [turn.flop ? -1 : 1, turn.flip ? -1 : 1], ''],
    ['translate', [-box.width / 2, -box.height / 2], 'px'],
  ];
  const transform = steps.map(([name, values]) => `${name}(${values.join(' ')})`).join(' ');
  // A rule for `g` would win over the attribute.
  const css = steps
    .map(([name, values, unit]) => `${name}(${values.map((value) => value + unit).join(',')})`)
    .join(' ');
  const size = `width="${box.width}" height="${box.height}"`;
  const logo = nestedSvg(svg);
  const style = frameStyle(logo);
  const part = `<svg ${size} viewBox="${boxText(box)}" preserveAspectRatio="none"${style}>${logo}</svg>`;
  const place = `x="${inner.x}" y="${inner.y}" width="${inner.width}" height="${inner.height}"`;
  return `<svg ${place} viewBox="${boxText(inner)}"${style}><g transform="${transform}"${frameStyle(logo, `transform:${css}`)}>${part}</g></svg>`;
}
