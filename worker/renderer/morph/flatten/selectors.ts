import type { CssNode, Selector } from 'css-tree';
import { attributeOf, type SvgElement } from '../../svg/svg-element.ts';

/**
 * Whether a selector picks an element. Types, classes, ids, `*`, descendants and children are known; a selector with
 * anything else picks nothing.
 * @param path from the root to the element
 */
export function selects(selector: Selector, path: readonly SvgElement[]): boolean {
  const parts = selector.children.toArray();
  // The levels of the path that what stands left of a combinator may be at; trying each in turn could take for ever.
  let levels = [path.length - 1];
  for (;;) {
    const at = parts.findLastIndex((part) => part.type === 'Combinator');
    const compound = parts.splice(at + 1);
    levels = levels.filter((level) => {
      const element = path[level];
      return element && compound.every((part) => fits(part, element));
    });
    const combinator = parts.pop();
    if (!combinator || levels.length === 0) return levels.length > 0;
    if (combinator.type !== 'Combinator') return false;
    if (combinator.name === '>') levels = levels.map((level) => level - 1);
    else if (combinator.name === ' ') levels = Array.from({ length: Math.max(...levels) }, (_, level) => level);
    else return false;
  }
}

/** How specific a selector is (Selectors 4 § 17), as a number that sorts. */
export function specificity(selector: Selector): number {
  const weights: Record<string, number> = { IdSelector: 1e6, ClassSelector: 1e3, TypeSelector: 1 };
  return selector.children.reduce((sum, part) => sum + (isUniversal(part) ? 0 : (weights[part.type] ?? 0)), 0);
}

function fits(part: CssNode, element: SvgElement): boolean {
  switch (part.type) {
    case 'TypeSelector':
      return isUniversal(part) || part.name === element.name;
    case 'ClassSelector':
      return (attributeOf(element, 'class') ?? '').split(/\s+/).includes(part.name);
    case 'IdSelector':
      return attributeOf(element, 'id') === part.name;
    default:
      return false;
  }
}

function isUniversal(part: CssNode): boolean {
  return part.type === 'TypeSelector' && part.name === '*';
}
