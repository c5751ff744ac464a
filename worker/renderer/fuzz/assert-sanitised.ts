import assert from 'node:assert/strict';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { defaultTreeAdapter, parse as parseHtml } from 'parse5';
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from '../svg/allowed-names.ts';
import { type SanitisedSvg, sanitiseSvg } from '../svg/sanitise-svg.ts';
import { SVG_NAMESPACE } from '../svg/svg-element.ts';

/** Problems that an SVG may be refused with; any other error is a fault of the sanitiser. */
const REFUSALS: readonly string[] = ['unreadable-logo', 'truncated-logo', 'logo-too-complex'];

/**
 * Sanitises a document and checks, with parsers that the sanitiser does not use, that what comes out holds nothing but
 * what is allowed. Gives undefined when the document is refused.
 */
export function assertSanitised(source: string | Buffer): SanitisedSvg | undefined {
  const sanitised = sanitiseOrRefuse(Buffer.from(source));
  if (!sanitised) return undefined;
  const text = sanitised.svg.toString();
  const errors: string[] = [];
  const parser = new DOMParser({ onError: (level, message) => errors.push(`${level}: ${message}`) });
  const root = parser.parseFromString(text, 'image/svg+xml').documentElement;
  assert.deepEqual(errors, [], 'it is well-formed');
  assert.ok(root);
  for (const element of [root, ...root.getElementsByTagName('*')]) assertAllowed(element);
  assertSafeInHtml(text);
  const again = sanitiseSvg(sanitised.svg);
  assert.deepEqual(again.dropped, [], 'nothing is left to drop');
  assert.equal(again.svg.toString(), text, 'sanitising it again changes nothing');
  return sanitised;
}

function sanitiseOrRefuse(source: Buffer): SanitisedSvg | undefined {
  try {
    return sanitiseSvg(source);
  } catch (error) {
    assert.ok(error instanceof ProblemError, `${error instanceof Error ? error.stack : error}`);
    assert.ok(REFUSALS.includes(error.problem), error.problem);
    return undefined;
  }
}

function assertAllowed(element: Element): void {
  const name = element.localName ?? '';
  assert.equal(element.namespaceURI, SVG_NAMESPACE, name);
  assert.ok(ALLOWED_ELEMENTS.has(name), name);
  for (const { name: attribute, value } of element.attributes) {
    if (attribute === 'xmlns' && value === SVG_NAMESPACE) continue;
    assert.ok(attribute === 'xml:space' || ALLOWED_ATTRIBUTES.has(attribute), `${attribute} of ${name}`);
    if (attribute === 'href') {
      const wanted = name === 'image' ? /^data:image\/(png|jpe?g|webp);base64,/ : /^#/;
      assert.match(value, wanted, name);
    } else if (attribute !== 'id' && attribute !== 'class') {
      assertNoReference(value);
    }
  }
  if (name === 'style') {
    assertNoReference(element.textContent ?? '');
    assert.doesNotMatch(element.textContent ?? '', /@(?!media)/);
  }
  const { ELEMENT_NODE, TEXT_NODE } = element;
  const kinds = [...element.childNodes].map(({ nodeType }) => nodeType);
  assert.ok(
    kinds.every((kind) => kind === ELEMENT_NODE || kind === TEXT_NODE),
    `${kinds} in ${name}`,
  );
}

/** Looks at the text of CSS alone, and so at more than CSS would take for a reference. */
function assertNoReference(css: string): void {
  for (const [, target = ''] of css.matchAll(/url\s*\(\s*["']?([^)]*)/gi)) assert.match(target, /^#/, css);
  assert.doesNotMatch(css, /(?:expression|image-set|src|image|element)\s*\(/i);
}

/** As a part of a page: a parser of HTML must not find what a parser of XML does not. */
function assertSafeInHtml(text: string): void {
  const walk = (node: object): void => {
    if ('tagName' in node && typeof node.tagName === 'string') {
      const known = ALLOWED_ELEMENTS.has(node.tagName) || ['html', 'head', 'body'].includes(node.tagName);
      assert.ok(known, `${node.tagName} in HTML`);
    }
    if ('childNodes' in node && Array.isArray(node.childNodes)) node.childNodes.forEach(walk);
  };
  walk(parseHtml(text, { treeAdapter: defaultTreeAdapter }));
}
