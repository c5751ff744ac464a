import { type Box, centredBox, type Size } from '../geometry.ts';
import { PLAIN_STYLE } from './plain-style.ts';
import { type SanitisedSvg, withRoot } from './sanitise-svg.ts';
import { attributeOf, inStyles } from './svg-element.ts';
import { boxText } from './view-box.ts';

const ROOT_CLASS = 'logo-root';

/**
 * What an element of ours around those of a logo says over the rules that the logo has; nothing where it has none.
 * @param own declarations of the element itself
 */
export function frameStyle(elements: string, own = ''): string {
  return elements.includes('<style') ? ` style="${PLAIN_STYLE};${own}"` : '';
}

/**
 * Elements of SVG seen through a frame: an outer svg whose viewBox is `frame`. With a size the frame is stretched to it.
 * @param size in CSS pixels
 */
export function frameElements(elements: string, frame: Box, size?: Size): Buffer {
  const stretched = size ? ` width="${size.width}" height="${size.height}" preserveAspectRatio="none"` : '';
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${boxText(frame)}"${stretched}${frameStyle(elements)}>${elements}</svg>`,
  );
}

/**
 * A sanitised SVG as an element of another one that has the same coordinates: a nested svg, which clips what its own
 * viewBox does not show.
 */
export function nestedSvg(sanitised: SanitisedSvg): string {
  const { viewBox } = sanitised;
  const { svg } = withRootByClass(sanitised);
  const place = `x="${viewBox.x}" y="${viewBox.y}" width="${viewBox.width}" height="${viewBox.height}"`;
  return svg.toString().replace(/^<svg/, () => `<svg ${place}`);
}

/** As the root is none any more inside another one, rules for `:root` are made to find it by a class. */
function withRootByClass(sanitised: SanitisedSvg): SanitisedSvg {
  if (!/:root\b/i.test(sanitised.svg.toString())) return sanitised;
  const root = inStyles(sanitised.root, (css) => css.replace(/:root\b/gi, `.${ROOT_CLASS}`));
  const classes = [ROOT_CLASS, attributeOf(root, 'class') ?? ''].join(' ').trim();
  const others = root.attributes.filter(({ name, namespace }) => name !== 'class' || namespace !== '');
  return withRoot(sanitised, { ...root, attributes: [...others, { name: 'class', namespace: '', value: classes }] });
}

/** The sanitised SVG with a square viewBox: as it is when it is square, else centred in a square frame. */
export function squareSvg(sanitised: SanitisedSvg): Buffer {
  const { width, height } = sanitised.viewBox;
  if (width === height) return sanitised.svg;
  const side = Math.max(width, height);
  return frameElements(nestedSvg(sanitised), centredBox(sanitised.viewBox, { width: side, height: side }));
}
