import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { darkSvg } from '../recolour/dark.ts';
import { hasOwnDarkScheme } from '../recolour/own-dark-scheme.ts';
import { squareSvg } from '../svg/frame-svg.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import { withDarkStyle } from './dark-style.ts';
import { checkSvg } from './lint/check-text.ts';
import type { MadeFile } from './make-file.ts';
import { DARK_CONTRAST } from './painter.ts';

/** An SVG logo as a square icon that follows a dark colour scheme: by its own style, or by that of its dark variant. */
export async function makeSvgIcon(name: string, svg: SanitisedSvg, recipe: KitRecipe): Promise<MadeFile> {
  const hasOwn = hasOwnDarkScheme(svg);
  const dark = hasOwn ? svg : await darkSvg(svg, { background: recipe.darkBackground, contrast: DARK_CONTRAST });
  const bytes = squareSvg(hasOwn ? svg : withDarkStyle(svg, dark));
  const needsDarkStyle = !dark.svg.equals(svg.svg);
  return { file: { name, mediaType: 'image/svg+xml', bytes }, checks: checkSvg(bytes, { needsDarkStyle }) };
}
