import { ProblemError } from '@logomorph/contract/problem.ts';
import { attributeOf, isElement, type SvgElement } from './svg-element.ts';
import { SVG_LIMITS } from './svg-limits.ts';

const FRAGMENT_URL = /url\(\s*["']?#([^\s"'()]+)["']?\s*\)/g;

/**
 * Refuses a document that refers to itself, or that draws too many elements once each reference is followed:
 * ten `use` of ten `use` of ten … are small files and endless work. References by the selectors of a style sheet
 * are not followed; what draws has a limit of its own for them.
 * @throws ProblemError 'unreadable-logo'
 */
export function limitReferences(root: SvgElement): void {
  const byId = new Map<string, SvgElement>();
  collectIds(root, byId);
  const costs = new Map<SvgElement, number>();
  const entered = new Set<SvgElement>();

  const costOf = (element: SvgElement): number => {
    const known = costs.get(element);
    if (known !== undefined) return known;
    if (entered.has(element)) throw unreadable('An element of the SVG refers to itself');
    if (entered.size >= SVG_LIMITS.expandedDepth) {
      throw unreadable(`References in the SVG nest more than ${SVG_LIMITS.expandedDepth} deep`);
    }
    entered.add(element);
    let cost = 1;
    for (const child of element.children) if (isElement(child)) cost += costOf(child);
    for (const target of referencesOf(element, byId)) cost += costOf(target);
    entered.delete(element);
    if (cost > SVG_LIMITS.expandedElements) {
      throw unreadable(`The SVG draws more than ${SVG_LIMITS.expandedElements} elements once references are followed`);
    }
    costs.set(element, cost);
    return cost;
  };
  costOf(root);
}

function collectIds(element: SvgElement, byId: Map<string, SvgElement>): void {
  const id = attributeOf(element, 'id');
  // As in a browser, the first element of an id is the one that is meant.
  if (id !== undefined && !byId.has(id)) byId.set(id, element);
  for (const child of element.children) if (isElement(child)) collectIds(child, byId);
}

function referencesOf(element: SvgElement, byId: ReadonlyMap<string, SvgElement>): SvgElement[] {
  const ids = element.attributes.flatMap(({ name, value }) => {
    if (name === 'href') return value.startsWith('#') ? [value.slice(1)] : [];
    return [...value.matchAll(FRAGMENT_URL)].map((match) => match[1] ?? '');
  });
  return ids.map((id) => byId.get(id)).filter((target) => target !== undefined);
}

function unreadable(detail: string): ProblemError {
  return new ProblemError('unreadable-logo', detail);
}
