import { hasOwnDarkScheme } from '../recolour/own-dark-scheme.ts';
import { squareSvg } from '../svg/frame-svg.ts';
import type { SanitisedSvg } from '../svg/sanitise-svg.ts';
import { withDarkStyle } from './dark-style.ts';
import { checkSvg } from './lint/check-text.ts';
import type { MadeFile } from './make-file.ts';
import type { Painter } from './painter.ts';

/** An SVG logo as a square icon that follows a dark colour scheme: by its own style, or by that of its dark variant. */
export async function makeSvgIcon(name: string, svg: SanitisedSvg, { darkSvg }: Painter): Promise<MadeFile> {
  const hasOwn = hasOwnDarkScheme(svg);
  const styled = hasOwn ? svg : withDarkStyle(svg, await darkSvg(svg));
  const bytes = squareSvg(styled);
  const needsDarkStyle = hasOwn || !styled.svg.equals(svg.svg);
  return { file: { name, mediaType: 'image/svg+xml', bytes }, checks: checkSvg(bytes, { needsDarkStyle }) };
}
