import { type CssNode, type Declaration, generate, ident, type List, parse, type Selector, walk } from 'css-tree';
import { elementsIn, isElement, type SvgElement, textOf } from '../svg-element.ts';
import { SVG_LIMITS } from '../svg-limits.ts';
import { tooComplex } from '../too-complex.ts';
import { COSTLY } from './costly-properties.ts';

/** The values that properties may have. */
type Values = Map<string, Set<string>>;

/**
 * The values that the style sheets of a tree may give, by what an element has to have to be selected: an `#id`, a
 * `.class` or a name, which the last compound of the selector asks for, or `*`.
 * @throws ProblemError 'logo-too-complex'
 */
export function styleRulesIn(root: SvgElement): ReadonlyMap<string, Values> {
  const rules = new Map<string, Values>();
  const { elements, depth } = sizeOf(root);
  let [selectors, trials] = [0, 0];
  for (const element of elementsIn(root)) {
    if (element.name !== 'style') continue;
    walk(parse(textOf(element), { parseCustomProperty: true }), (node: CssNode) => {
      if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return;
      selectors += node.prelude.children.size;
      if (selectors > SVG_LIMITS.selectors) throw tooComplex(selectors, 'or more selectors', SVG_LIMITS.selectors);
      const declared = costlyValues(node.block.children);
      for (const selector of node.prelude.children) {
        trials += elements * depth ** descendantsIn(selector);
        const key = selector.type === 'Selector' ? keyOf(selector) : '*';
        rules.set(key, add(rules.get(key) ?? new Map(), declared));
      }
    });
  }
  if (trials > SVG_LIMITS.selectorTrials) {
    throw tooComplex(trials, 'ways to match selectors with elements', SVG_LIMITS.selectorTrials);
  }
  return rules;
}

/** The values that a `style` attribute gives. */
export function valuesOfStyle(style: string): [name: string, value: string][] {
  const list = parse(style, { context: 'declarationList', parseCustomProperty: true });
  return list.type === 'DeclarationList' ? costlyValues(list.children) : [];
}

function costlyValues(nodes: List<CssNode>): [name: string, value: string][] {
  const declarations = nodes.toArray().filter((node): node is Declaration => node.type === 'Declaration');
  const named = declarations.map(({ property, value }) => [ident.decode(property).toLowerCase(), value] as const);
  return named.filter(([name]) => COSTLY.has(name)).map(([name, value]) => [name, generate(value)]);
}

function add(known: Values, declared: readonly [name: string, value: string][]): Values {
  for (const [name, value] of declared) known.set(name, (known.get(name) ?? new Set()).add(value));
  return known;
}

function sizeOf(element: SvgElement): { elements: number; depth: number } {
  let [elements, depth] = [1, 0];
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const inner = sizeOf(child);
    elements += inner.elements;
    depth = Math.max(depth, inner.depth);
  }
  return { elements, depth: depth + 1 };
}

/** Each descendant combinator may be tried with each ancestor. */
function descendantsIn(selector: CssNode): number {
  if (selector.type !== 'Selector') return 0;
  return selector.children.toArray().filter((part) => part.type === 'Combinator' && part.name.trim() === '').length;
}

function keyOf(selector: Selector): string {
  const parts = selector.children.toArray();
  const last = parts.slice(parts.findLastIndex(({ type }) => type === 'Combinator') + 1);
  const keys = last.map((part) => {
    // A name with an escape or a namespace is read in more than one way.
    if (!('name' in part) || typeof part.name !== 'string' || /[\\|]/.test(part.name)) return '*';
    if (part.type === 'IdSelector') return `#${part.name}`;
    if (part.type === 'ClassSelector') return `.${part.name}`;
    return part.type === 'TypeSelector' ? part.name : '*';
  });
  return keys.find((key) => key.startsWith('#')) ?? keys.find((key) => key !== '*') ?? '*';
}
