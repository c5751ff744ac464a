import { ProblemError } from '@logomorph/contract/problem.ts';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeXmlText } from './decode-text.ts';
import { isElement, SVG_NAMESPACE, type SvgElement, XLINK_NAMESPACE } from './svg-element.ts';
import { SVG_LIMITS } from './svg-limits.ts';
import { tooComplex } from './too-complex.ts';

const LONGEST_DETAIL = 200;

const PICTURE_DATA = /data:image\/\w+;base64,[A-Za-z0-9+/=]+/g;

/**
 * Parses an SVG document, strictly, to its tree. Comments, processing instructions and a DOCTYPE that only names
 * the DTD are left out. Nothing is fetched: the parser knows no external entity.
 * @throws ProblemError 'truncated-logo' when the document ends inside an element; 'unreadable-logo' when it is not
 * well-formed, is not SVG or declares entities; 'logo-too-complex' when it is deeper or larger than SVG_LIMITS
 */
export function parseSvg(bytes: Buffer): SvgElement {
  const text = decodeXmlText(bytes);
  limitCharacters(text);
  const parser = new SaxesParser({ xmlns: true, additionalNamespaces: { xlink: XLINK_NAMESPACE } });
  const open: SvgElement[] = [];
  let root: SvgElement | undefined;
  let [elements, attributes] = [0, 0];
  let ended = false;

  parser.on('error', (error) => {
    const detail = error.message.slice(0, LONGEST_DETAIL);
    if (ended) throw new ProblemError('truncated-logo', `The SVG ends before its end: ${detail}`);
    throw unreadable(`The SVG is not well-formed XML: ${detail}`);
  });
  parser.on('doctype', (doctype) => {
    // An internal subset is where entities are declared; unrolling them is how small files become huge ones.
    if (doctype.includes('[')) throw unreadable('The SVG has a DOCTYPE with declarations in it');
  });
  parser.on('opentagstart', () => {
    elements++;
    attributes = 0;
    if (elements > SVG_LIMITS.elements) throw tooComplex(elements, 'or more elements', SVG_LIMITS.elements);
    if (open.length >= SVG_LIMITS.depth) {
      throw tooComplex(open.length + 1, 'or more elements inside one another', SVG_LIMITS.depth);
    }
  });
  parser.on('attribute', () => {
    attributes++;
    if (attributes > SVG_LIMITS.attributes) {
      throw tooComplex(attributes, 'or more attributes on one element', SVG_LIMITS.attributes);
    }
  });
  parser.on('opentag', (tag) => {
    const element = elementOf(tag);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (content) => open.at(-1)?.children.push(content));
  parser.on('cdata', (content) => open.at(-1)?.children.push(content));

  parser.write(text);
  ended = true;
  parser.close();
  if (root?.name !== 'svg' || !['', SVG_NAMESPACE].includes(root.namespace)) {
    throw unreadable('The root of the document is not an svg element');
  }
  // In HTML an svg element needs no namespace, and pictures that were cut out of a page have none.
  if (root.namespace === '') adoptNamespace(root);
  return root;
}

/** Before anything is parsed. Pictures are counted by themselves. */
function limitCharacters(text: string): void {
  if (text.length <= SVG_LIMITS.characters) return;
  let { length } = text;
  for (const [data] of text.matchAll(PICTURE_DATA)) length -= data.length;
  if (length > SVG_LIMITS.characters) throw tooComplex(length, 'characters', SVG_LIMITS.characters);
}

function elementOf(tag: SaxesTagNS): SvgElement {
  const attributes = Object.values(tag.attributes)
    .filter((attribute) => attribute.name !== 'xmlns' && attribute.prefix !== 'xmlns')
    .map(({ local, uri, value }) => ({ name: local, namespace: uri, value }));
  return { name: tag.local, namespace: tag.uri, attributes, children: [] };
}

function adoptNamespace(element: SvgElement): void {
  if (element.namespace === '') element.namespace = SVG_NAMESPACE;
  element.children.filter(isElement).forEach(adoptNamespace);
}

function unreadable(detail: string): ProblemError {
  return new ProblemError('unreadable-logo', detail);
}
