import { type SanitisedSvg, withRoot } from '../svg/sanitise-svg.ts';
import { elementsIn, isElement, type SvgAttribute, type SvgElement, type SvgNode } from '../svg/svg-element.ts';
import type { ColourMap } from './colour-map.ts';
import { withExplicitColours } from './explicit-colours.ts';
import { sparingMasks } from './mask-style.ts';
import { isPaint, recolourStyle, recolourValue } from './recolour-css.ts';
import { pictureOf, recolourPictures } from './svg-pictures.ts';

/**
 * An SVG with its colours replaced at the source: in attributes, styles, style sheets, gradients, filters, text, where
 * they are black by default, and in embedded pictures. What masks are made of stays, for their colours are shape.
 * @param keepShadows whether drop shadows stay as they are
 */
export async function recolourSvg(
  svg: SanitisedSvg,
  map: ColourMap,
  { keepShadows = false } = {},
): Promise<SanitisedSvg> {
  const pictures = await recolourPictures(svg, map);
  const hasMask = [...elementsIn(svg.root)].some(({ name }) => name === 'mask');

  const isRecoloured = (property: string) => isPaint(property) && !(keepShadows && property.toLowerCase() === 'filter');

  const recoloured = (element: SvgElement): SvgElement => {
    if (element.name === 'mask' || (keepShadows && castsShadow(element))) return element;
    if (element.name === 'style') return { ...element, children: element.children.map(sheet) };
    const attributes = element.attributes.map((attribute) =>
      element.name === 'image' ? pictureOf(attribute, pictures) : attributeIn(attribute, map, isRecoloured),
    );
    return { ...element, attributes, children: element.children.map(node) };
  };
  const node = (child: SvgNode): SvgNode => (isElement(child) ? recoloured(child) : child);
  const sheet = (child: SvgNode): SvgNode => {
    if (isElement(child)) return child;
    const replaced = recolourStyle(child, 'stylesheet', map, isRecoloured);
    return hasMask ? replaced + sparingMasks(child) : replaced;
  };

  return { ...withRoot(svg, recoloured(withExplicitColours(svg.root))), pictures: [...pictures.values()] };
}

function attributeIn(
  attribute: SvgAttribute,
  map: ColourMap,
  isRecoloured: (property: string) => boolean,
): SvgAttribute {
  const { name, value } = attribute;
  if (name === 'style') return { ...attribute, value: recolourStyle(value, 'declarationList', map, isRecoloured) };
  return isRecoloured(name) ? { ...attribute, value: recolourValue(value, map) } : attribute;
}

/** What moves or blurs a shape behind it: a filter with one of these draws a shadow, by whichever of its primitives. */
const SHADOW_MAKERS = new Set(['feDropShadow', 'feOffset', 'feGaussianBlur']);

function castsShadow(element: SvgElement): boolean {
  return element.name === 'filter' && [...elementsIn(element)].some(({ name }) => SHADOW_MAKERS.has(name));
}
