import type { Box } from '../geometry.ts';
import { ALLOWED_ELEMENTS, TEXT_ELEMENTS } from './allowed-names.ts';
import { limitDrawing } from './cost/limit-drawing.ts';
import { type EmbeddedPicture, embeddedPictures } from './embedded-pictures.ts';
import { parseSvg } from './parse-svg.ts';
import { removePlacement } from './root-placement.ts';
import { sanitiseAttributes } from './sanitise-attribute.ts';
import { sanitiseCss } from './sanitise-css.ts';
import { serialiseSvg } from './serialise-svg.ts';
import { isElement, isForeign, SVG_NAMESPACE, type SvgElement, type SvgNode, textOf } from './svg-element.ts';
import { boxText, hasOwnSize, viewBoxOf } from './view-box.ts';

/** An SVG that was rebuilt from what may stay. */
export interface SanitisedSvg {
  /** UTF-8, beginning with `<svg`; its root has the viewBox and no size or position of its own. */
  svg: Buffer;
  /** What was left out, each kind once, e.g. `script` or `onload of svg`; not the notes of editors, which draw nothing. */
  dropped: string[];
  /** The tree that `svg` is the text of. */
  root: SvgElement;
  viewBox: Box;
  /** Whether the source says how large it is; else its viewBox is that of CSS, and what lies outside is cut off. */
  hasOwnSize: boolean;
  /** The pictures that are embedded in it. */
  pictures: EmbeddedPicture[];
}

/**
 * Rebuilds an SVG from an allow-list of elements, attributes and CSS, such that it runs nothing, animates nothing
 * and refers to nothing outside itself but embedded PNG, JPEG and WebP pictures.
 * @throws ProblemError 'truncated-logo', 'unreadable-logo' or 'logo-too-complex', see `parseSvg` and `limitDrawing`
 */
export function sanitiseSvg(source: Buffer): SanitisedSvg {
  const dropped = new Set<string>();
  const images: SvgElement[] = [];
  const report = (what: string) => dropped.add(what);

  const sanitise = (element: SvgElement): SvgElement => {
    const kept: SvgElement = { ...element, attributes: sanitiseAttributes(element, report), children: [] };
    if (element.name === 'image') images.push(kept);
    kept.children = element.name === 'style' ? styleText(element, report) : element.children.flatMap(sanitiseChild);
    return kept;

    function sanitiseChild(child: SvgNode): SvgNode[] {
      if (!isElement(child)) return TEXT_ELEMENTS.has(element.name) ? [child] : [];
      // A parser of HTML takes what is in a title or a description for HTML, whatever it is to one of XML.
      const inSvg = child.namespace === SVG_NAMESPACE && element.name !== 'title' && element.name !== 'desc';
      // A link draws what is in it; only the link itself has to go.
      if (inSvg && child.name === 'a') return [sanitise({ ...child, name: 'g' })];
      if (inSvg && ALLOWED_ELEMENTS.has(child.name)) return [sanitise(child)];
      if (!isQuiet(child)) report(child.name);
      return [];
    }
  };

  const parsed = parseSvg(source);
  const viewBox = viewBoxOf(parsed);
  const root = sanitise(parsed);
  removePlacement(root);
  root.attributes.unshift({ name: 'viewBox', namespace: '', value: boxText(viewBox) });
  const pictures = embeddedPictures(images, limitDrawing(root, viewBox));
  return {
    svg: Buffer.from(serialiseSvg(root)),
    dropped: [...dropped],
    root,
    viewBox,
    hasOwnSize: hasOwnSize(parsed),
    pictures,
  };
}

/** The SVG with another tree, which is made of nothing that the sanitiser would drop. */
export function withRoot(sanitised: SanitisedSvg, root: SvgElement): SanitisedSvg {
  return { ...sanitised, root, svg: Buffer.from(serialiseSvg(root)) };
}

/** Whether nobody needs to know of an element that is left out. */
function isQuiet({ name, namespace }: SvgElement): boolean {
  return isForeign(namespace) || (namespace === SVG_NAMESPACE && name === 'metadata');
}

function styleText(element: SvgElement, report: (dropped: string) => void): string[] {
  const css = sanitiseCss(textOf(element), 'stylesheet', report);
  return css === '' ? [] : [css];
}
