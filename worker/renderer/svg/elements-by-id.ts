import { attributeOf, elementsIn, type SvgElement } from './svg-element.ts';

/** The elements of a tree by their ids. As in a browser, the first element of an id is the one that is meant. */
export function elementsById(root: SvgElement): ReadonlyMap<string, SvgElement> {
  const byId = new Map<string, SvgElement>();
  for (const element of elementsIn(root)) {
    const id = attributeOf(element, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  return byId;
}

/** The element of a tree that the `href` of another refers to. */
export function byHref(element: SvgElement, byId: ReadonlyMap<string, SvgElement>): SvgElement | undefined {
  return byId.get(attributeOf(element, 'href')?.slice(1) ?? '');
}
