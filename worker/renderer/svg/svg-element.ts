/** An element of an SVG document: its local name, its attributes, and its children, of which strings are text. */
export interface SvgElement {
  name: string;
  /** The namespace of the element's name; empty when it has none. */
  namespace: string;
  attributes: SvgAttribute[];
  children: SvgNode[];
}

export interface SvgAttribute {
  name: string;
  /** The namespace of the attribute's name; empty for SVG's own. */
  namespace: string;
  value: string;
}

export type SvgNode = SvgElement | string;

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** The namespaces of what programs draw, run or fetch in an SVG; the last three are those of HTML, XML Events and XInclude. */
const ACTIVE_NAMESPACES = new Set([
  '',
  SVG_NAMESPACE,
  XML_NAMESPACE,
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2001/xml-events',
  'http://www.w3.org/2001/XInclude',
]);

/** Whether what has names of a namespace is a note of an editor, or of XLink, of which only `href` does something. */
export function isForeign(namespace: string): boolean {
  return !ACTIVE_NAMESPACES.has(namespace);
}

export function attributeOf(element: SvgElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name && attribute.namespace === '')?.value;
}

/** An element and all that are in it, in the order of the document. */
export function* elementsIn(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) if (isElement(child)) yield* elementsIn(child);
}

/** The text of an element, without that of the elements in it. */
export function textOf({ children }: SvgElement): string {
  return children.filter((child) => !isElement(child)).join('');
}

export function isElement(node: SvgNode): node is SvgElement {
  return typeof node !== 'string';
}

/** An element with all style sheets in it changed. */
export function inStyles(element: SvgElement, change: (css: string) => string): SvgElement {
  const isStyle = element.name === 'style';
  const children = element.children.map((child) =>
    isElement(child) ? inStyles(child, change) : isStyle ? change(child) : child,
  );
  return { ...element, children };
}
