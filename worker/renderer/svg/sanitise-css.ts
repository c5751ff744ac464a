import { type CssNode, generate, type List, type ListItem, parse, walk } from 'css-tree';
import { ALLOWED_AT_RULES, ALLOWED_FUNCTIONS } from './allowed-names.ts';

type Report = (dropped: string) => void;

/**
 * A style sheet, or the declarations of a `style` attribute, rebuilt from what may stay: rules whose values
 * call only allowed functions and whose url() is a fragment. What cannot be parsed is dropped.
 */
export function sanitiseCss(css: string, context: 'stylesheet' | 'declarationList', report: Report): string {
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

/** Why a statement has to go; undefined when it may stay. Asked of statements, so that they go as a whole. */
function reasonToDrop(node: CssNode): string | undefined {
  switch (node.type) {
    case 'Raw':
      return 'css that cannot be parsed';
    case 'Atrule':
      if (!ALLOWED_AT_RULES.has(node.name.toLowerCase())) return `css @${node.name}`;
      return node.prelude ? reasonInValue(node.prelude) : undefined;
    case 'Rule':
      return node.prelude.type === 'Raw' ? 'css selector that cannot be parsed' : undefined;
    case 'Declaration': {
      const reason = reasonInValue(node.value);
      return reason && `css ${node.property}: ${reason}`;
    }
    default:
      return undefined;
  }
}

function reasonInValue(value: CssNode): string | undefined {
  let reason: string | undefined;
  walk(value, (node: CssNode) => {
    if (node.type === 'Raw') reason ??= 'a value that cannot be parsed';
    if (node.type === 'Url' && !node.value.startsWith('#')) reason ??= 'external reference';
    if (node.type === 'Function' && !ALLOWED_FUNCTIONS.has(node.name.toLowerCase())) reason ??= `${node.name}()`;
  });
  return reason;
}
