import { type CssNode, generate, type List, type ListItem, parse, walk } from 'css-tree';
import { cssColour, parseCssColour } from '../colour/css-colour.ts';
import type { ColourMap } from './colour-map.ts';

/** The properties, and the attributes of the same names, whose values have colours that show. */
const PAINT = new Set(['fill', 'stroke', 'color', 'stop-color', 'flood-color', 'lighting-color', 'filter']);

/** Whether a property paints, or may be what var() takes a paint from. */
export function isPaint(property: string): boolean {
  return PAINT.has(property.toLowerCase()) || property.startsWith('--');
}

/** A CSS value with each of its colours replaced; as it is when it has none, e.g. `none`, `currentColor`, `url(#a)`. */
export function recolourValue(value: string, map: ColourMap): string {
  const parsed = parsedValue(value);
  return parsed && recolourNode(parsed, map) ? generate(parsed) : value;
}

function parsedValue(value: string): CssNode | undefined {
  try {
    return parse(value, { context: 'value', parseCustomProperty: true });
  } catch {
    // What is no CSS value says nothing of a colour: CSS Syntax 3 drops the declaration.
    return undefined;
  }
}

/** A style sheet, or the declarations of a `style` attribute, with the colours of what paints replaced. */
export function recolourStyle(
  css: string,
  context: 'stylesheet' | 'declarationList',
  map: ColourMap,
  isRecoloured: (property: string) => boolean = isPaint,
): string {
  const sheet = parse(css, { context, parseCustomProperty: true });
  walk(sheet, (node: CssNode) => {
    if (node.type === 'Declaration' && isRecoloured(node.property)) recolourNode(node.value, map);
  });
  return generate(sheet);
}

/** Replaces the colours under a node, and tells whether any is another now. */
function recolourNode(node: CssNode, map: ColourMap): boolean {
  let found = false;
  walk(node, (inner: CssNode, item: ListItem<CssNode>, list: List<CssNode>) => {
    const replaced =
      list && ['Hash', 'Identifier', 'Function'].includes(inner.type) && recoloured(generate(inner), map);
    if (!replaced) return undefined;
    list.replace(item, list.createItem({ type: 'Raw', value: replaced }));
    found = true;
    return walk.skip;
  });
  return found;
}

function recoloured(text: string, map: ColourMap): string | undefined {
  const colour = parseCssColour(text);
  if (!colour || colour.alpha === 0) return undefined;
  const rgb = map(colour.rgb);
  return rgb === colour.rgb ? undefined : cssColour({ rgb, alpha: colour.alpha });
}
