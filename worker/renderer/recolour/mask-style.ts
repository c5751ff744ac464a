import { generate, parse, type Rule, walk } from 'css-tree';

/**
 * The rules of a style sheet for the elements of masks alone. After a sheet in other colours they give masks their own
 * back: a type more in each selector outweighs the same one without it.
 */
export function sparingMasks(css: string): string {
  const sheet = parse(css);
  walk(sheet, { visit: 'Rule', enter: confine });
  return generate(sheet);
}

function confine(rule: Rule): void {
  if (rule.prelude.type !== 'SelectorList') return;
  for (const selector of rule.prelude.children.toArray()) {
    if (selector.type !== 'Selector') continue;
    selector.children.prependData({ type: 'Combinator', name: ' ' });
    selector.children.prependData({ type: 'TypeSelector', name: 'mask' });
  }
}
