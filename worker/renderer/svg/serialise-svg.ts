import { isElement, SVG_NAMESPACE, type SvgElement, type SvgNode } from './svg-element.ts';

/** The text of an SVG tree, as XML that is also safe inside HTML. Attributes keep their order. */
export function serialiseSvg(root: SvgElement): string {
  return serialise({
    ...root,
    attributes: [{ name: 'xmlns', namespace: '', value: SVG_NAMESPACE }, ...root.attributes],
  });
}

function serialise(node: SvgNode): string {
  if (!isElement(node)) return escapeText(node);
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`).join('');
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(serialise).join('')}</${node.name}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** White space other than a space has to be escaped, or attribute-value normalisation takes it away. */
function escapeAttribute(value: string): string {
  return escapeText(value)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
