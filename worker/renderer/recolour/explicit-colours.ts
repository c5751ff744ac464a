import { attributeOf, isElement, type SvgElement } from '../svg/svg-element.ts';

/** The colours that elements have when nothing is said of them, where they are not inherited (SVG 2, Filter Effects 1). */
const INITIAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stop: { 'stop-color': '#000' },
  feFlood: { 'flood-color': '#000' },
  feDropShadow: { 'flood-color': '#000' },
  feDiffuseLighting: { 'lighting-color': '#fff' },
  feSpecularLighting: { 'lighting-color': '#fff' },
};

const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text']);

/** What is inherited and shows, with what the root has when it says nothing. */
const INHERITED = { fill: '#000', stroke: 'none', color: '#000' };

/**
 * The tree with each colour that it has by default written down, so that all can be replaced. A mask, whose colours
 * are its shape and stay, gets what it inherits too. Style sheets win over what is added, as over the defaults.
 */
export function withExplicitColours(root: SvgElement): SvgElement {
  const needed: Record<string, string> = {};
  if (inheritsFill(root)) needed.fill = INHERITED.fill;
  if (usesCurrentColour(root)) needed.color = INHERITED.color;
  return explicit(withDefaults(root, needed), INHERITED);
}

function explicit(element: SvgElement, inherited: Record<string, string>): SvgElement {
  const own = Object.fromEntries(
    Object.entries(inherited).map(([name, value]) => [name, attributeOf(element, name) ?? value]),
  );
  const defaults = element.name === 'mask' ? own : (INITIAL[element.name] ?? {});
  return {
    ...withDefaults(element, defaults),
    children: element.children.map((child) => (isElement(child) ? explicit(child, own) : child)),
  };
}

function withDefaults(element: SvgElement, defaults: Readonly<Record<string, string>>): SvgElement {
  const missing = Object.entries(defaults).filter(([name]) => attributeOf(element, name) === undefined);
  const added = missing.map(([name, value]) => ({ name, namespace: '', value }));
  return { ...element, attributes: [...element.attributes, ...added] };
}

/** Whether a shape has no fill by its attributes or those it is in; style sheets may still give it one. */
function inheritsFill(element: SvgElement): boolean {
  if (attributeOf(element, 'fill') !== undefined) return false;
  return SHAPES.has(element.name) || element.children.some((child) => isElement(child) && inheritsFill(child));
}

function usesCurrentColour({ attributes, children }: SvgElement): boolean {
  return (
    attributes.some(({ value }) => /currentcolor/i.test(value)) ||
    children.some((child) => (isElement(child) ? usesCurrentColour(child) : /currentcolor/i.test(child)))
  );
}
