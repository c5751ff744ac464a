import type { CssNode, Selector } from 'css-tree';
import { attributeOf, type SvgElement } from '../../svg/svg-element.ts';

/**
 * Whether a selector picks an element. Types, classes, ids, `*`, descendants and children are known; a selector with
 * anything else picks nothing.
 * @param ancestors of the element, the root first
 */
export function selects(selector: Selector, element: SvgElement, ancestors: readonly SvgElement[]): boolean {
  return matches(selector.children.toArray(), element, ancestors);
}

/** How specific a selector is (Selectors 4 § 17), as a number that sorts. */
export function specificity(selector: Selector): number {
  const weights: Record<string, number> = { IdSelector: 1e6, ClassSelector: 1e3, TypeSelector: 1 };
  return selector.children.reduce((sum, part) => sum + (isUniversal(part) ? 0 : (weights[part.type] ?? 0)), 0);
}

function matches(parts: readonly CssNode[], element: SvgElement, ancestors: readonly SvgElement[]): boolean {
  const at = parts.findLastIndex((part) => part.type === 'Combinator');
  if (!parts.slice(at + 1).every((part) => fits(part, element))) return false;
  const combinator = parts[at];
  if (combinator?.type !== 'Combinator') return true;
  const before = parts.slice(0, at);
  // A child has one parent to look at, a descendant all that it is in.
  const nearest = combinator.name === '>' ? ancestors.length - 1 : 0;
  if (combinator.name !== '>' && combinator.name !== ' ') return false;
  for (let level = ancestors.length - 1; level >= Math.max(0, nearest); level--) {
    const ancestor = ancestors[level];
    if (ancestor && matches(before, ancestor, ancestors.slice(0, level))) return true;
  }
  return false;
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
