/** What is at a place of a document, `#/…` (RFC 6901, 6); undefined when nothing is. */
export function valueAt(document: object, reference: string): unknown {
  const keys = reference.split('/').slice(1);
  return keys.reduce<unknown>((node, key) => Object(node)[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);
}
