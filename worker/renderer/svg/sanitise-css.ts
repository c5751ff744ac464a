import { type CssNode, generate, type List, type ListItem, parse, type Selector, walk } from 'css-tree';
import { ALLOWED_AT_RULES, ALLOWED_ATTRIBUTES, ALLOWED_FUNCTIONS, ALLOWED_PSEUDO_CLASSES } from './allowed-names.ts';
import { limitNumbers } from './limit-numbers.ts';
import { SVG_LIMITS } from './svg-limits.ts';
import { tooComplex } from './too-complex.ts';

type Report = (dropped: string) => void;

/**
 * A style sheet, or the declarations of a `style` attribute, rebuilt from what may stay: rules whose values
 * call only allowed functions and whose url() is a fragment. What cannot be parsed is dropped.
 * @throws ProblemError 'logo-too-complex' when brackets nest too deep, or a number or a selector is too large
 */
export function sanitiseCss(css: string, context: 'stylesheet' | 'declarationList', report: Report): string {
  limitBrackets(css);
  const sheet = parse(css, { context, parseCustomProperty: true });
  walk(sheet, (node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) => {
    const reason = reasonToDrop(node);
    if (reason !== undefined) report(reason);
    else if (node.type !== 'Comment') return undefined;
    // What is not in a list, such as a prelude, is judged with the statement it belongs to.
    if (list) list.remove(item);
    return walk.skip;
  });
  return generate(sheet);
}

/** Before anything is parsed, which takes time for each rule, and a call inside another for each bracket. */
function limitBrackets(css: string): void {
  let [depth, rules] = [0, 0];
  for (const [bracket] of css.matchAll(/[()[\]{}]/g)) {
    depth += '([{'.includes(bracket) ? 1 : -1;
    if (bracket === '{') rules++;
    if (rules > SVG_LIMITS.rules) throw tooComplex(rules, 'or more rules in its CSS', SVG_LIMITS.rules);
    if (depth > SVG_LIMITS.cssDepth) {
      throw tooComplex(depth, 'or more brackets inside one another in its CSS', SVG_LIMITS.cssDepth);
    }
  }
}

/** Why a statement has to go; undefined when it may stay. Asked of statements, so that they go as a whole. */
function reasonToDrop(node: CssNode): string | undefined {
  switch (node.type) {
    case 'Raw':
      return 'css that cannot be parsed';
    case 'Atrule':
      if (!ALLOWED_AT_RULES.has(node.name.toLowerCase())) return `css @${node.name}`;
      return node.prelude ? reasonInValue(node.prelude) : undefined;
    case 'Rule':
      return node.prelude.type === 'Raw' ? 'css selector that cannot be parsed' : reasonInSelectors(node.prelude);
    case 'Declaration': {
      const reason = reasonInValue(node.value);
      return reason && `css ${node.property}: ${reason}`;
    }
    default:
      return undefined;
  }
}

/** Selectors that look at siblings, or at other selectors, take time that grows with the square of the elements. */
function reasonInSelectors(selectors: CssNode): string | undefined {
  let reason: string | undefined;
  walk(selectors, (node: CssNode) => {
    if (node.type === 'Selector') limitParts(node);
    if (node.type === 'Combinator' && !/^[\s>]$/.test(node.name)) reason ??= `css selector with ${node.name}`;
    if (node.type === 'PseudoElementSelector') reason ??= `css selector with ::${node.name}`;
    if (
      node.type === 'PseudoClassSelector' &&
      (node.children || !ALLOWED_PSEUDO_CLASSES.has(node.name.toLowerCase()))
    ) {
      reason ??= `css selector with :${node.name}`;
    }
    // What is not there any more would not be found.
    if (node.type === 'AttributeSelector' && !ALLOWED_ATTRIBUTES.has(node.name.name)) {
      reason ??= `css selector with [${node.name.name}]`;
    }
    if (node.type === 'NestingSelector') reason ??= 'css selector with &';
  });
  return reason;
}

function limitParts({ children }: Selector): void {
  if (children.size > SVG_LIMITS.selectorParts) {
    throw tooComplex(children.size, 'simple selectors in a selector', SVG_LIMITS.selectorParts);
  }
}

function reasonInValue(value: CssNode): string | undefined {
  let reason: string | undefined;
  walk(value, (node: CssNode) => {
    if (node.type === 'Raw') reason ??= 'a value that cannot be parsed';
    if (node.type === 'Url' && !node.value.startsWith('#')) reason ??= 'external reference';
    if (node.type === 'Function' && !ALLOWED_FUNCTIONS.has(node.name.toLowerCase())) reason ??= `${node.name}()`;
    if (node.type === 'Number' || node.type === 'Dimension' || node.type === 'Percentage') limitNumbers(node.value);
  });
  return reason;
}
