import { type CssNode, type Declaration, generate, type List, parse, type Selector } from 'css-tree';
import { attributeOf, isElement, type SvgElement, textOf } from '../../svg/svg-element.ts';
import { selects, specificity } from './selectors.ts';

/** The values of properties by their names. */
export type Style = Readonly<Record<string, string>>;

/** The properties that flattening looks at. */
const PROPERTIES = new Set([
  ...['display', 'visibility', 'opacity', 'color', 'transform', 'stop-color', 'stop-opacity'],
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset'],
]);

/** How many times a rule may be held against an element: more would take longer than a render may. */
const MOST_TRIALS = 1_000_000;

interface Rule {
  selector: Selector;
  specificity: number;
  style: Style;
}

/**
 * What each element of a tree says of its own style: presentation attributes, over them the rules of style sheets,
 * over them its `style` (CSS Cascade 4 § 6, without `!important`). Rules inside at-rules are left out. Undefined when
 * there are too many rules to try.
 */
export function declaredStyles(root: SvgElement): Map<SvgElement, Style> | undefined {
  const paths = [...pathsIn(root, [])];
  const rules = paths.flatMap(({ element }) => (element.name === 'style' ? rulesOf(element) : []));
  if (rules.length * paths.length > MOST_TRIALS) return undefined;
  rules.sort((a, b) => a.specificity - b.specificity);
  const styles = new Map<SvgElement, Style>();
  for (const { element, path } of paths) {
    const picked = rules.filter(({ selector }) => selects(selector, path)).map(({ style }) => style);
    styles.set(element, Object.assign({}, presentationOf(element), ...picked, inlineStyleOf(element)));
  }
  return styles;
}

/** Each element of a tree, with the path to it from the root. */
function* pathsIn(
  element: SvgElement,
  ancestors: readonly SvgElement[],
): Generator<{ element: SvgElement; path: readonly SvgElement[] }> {
  const path = [...ancestors, element];
  yield { element, path };
  for (const child of element.children) if (isElement(child)) yield* pathsIn(child, path);
}

function rulesOf(sheet: SvgElement): Rule[] {
  const parsed = parse(textOf(sheet));
  const nodes = parsed.type === 'StyleSheet' ? parsed.children.toArray() : [];
  return nodes.flatMap((node) => {
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return [];
    const style = styleOf(node.block.children);
    const selectors = node.prelude.children.toArray().filter((selector) => selector.type === 'Selector');
    return selectors.map((selector) => ({ selector, specificity: specificity(selector), style }));
  });
}

function inlineStyleOf(element: SvgElement): Style {
  const text = attributeOf(element, 'style');
  if (text === undefined) return {};
  const list = parse(text, { context: 'declarationList' });
  return list.type === 'DeclarationList' ? styleOf(list.children) : {};
}

function styleOf(declarations: List<CssNode>): Style {
  const isKnown = (node: CssNode): node is Declaration => node.type === 'Declaration' && PROPERTIES.has(node.property);
  const known = declarations.toArray().filter(isKnown);
  return Object.fromEntries(known.map(({ property, value }) => [property, generate(value)]));
}

function presentationOf(element: SvgElement): Style {
  const known = element.attributes.filter(({ name }) => PROPERTIES.has(name));
  return Object.fromEntries(known.map(({ name, value }) => [name, value.trim()]));
}
