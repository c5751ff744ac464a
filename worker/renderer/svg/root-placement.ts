import { type CssNode, generate, parse, type Selector, walk } from 'css-tree';
import { attributeOf, elementsIn, isElement, type SvgAttribute, type SvgElement, type SvgNode } from './svg-element.ts';

/** What says how large a picture is and where, by an attribute of the root. */
const ATTRIBUTES = new Set(['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'overflow']);
/** The same by CSS, which wins over attributes. */
const PROPERTIES = /^(?:x|y|overflow|(?:min-|max-)?(?:width|height))$/i;

/**
 * Takes from a root what places it, by attributes, its `style` or rules for it alone: that is the renderer's to choose. Its
 * elements stay the same ones.
 */
export function removePlacement(root: SvgElement): void {
  for (const element of elementsIn(root)) {
    if (element.name === 'style') element.children = element.children.map((css) => withoutPlacingRules(css, root));
  }
  root.attributes = root.attributes.filter(({ name }) => !ATTRIBUTES.has(name)).flatMap(withoutPlacementInStyle);
}

function withoutPlacementInStyle(attribute: SvgAttribute): SvgAttribute[] {
  if (attribute.name !== 'style') return [attribute];
  const declarations = parse(attribute.value, { context: 'declarationList', parseCustomProperty: true });
  dropPlacement(declarations);
  const value = generate(declarations);
  return value === '' ? [] : [{ ...attribute, value }];
}

function withoutPlacingRules(css: SvgNode, root: SvgElement): SvgNode {
  if (isElement(css) || !/width|height|overflow|\b[xy]\s*:/i.test(css)) return css;
  const sheet = parse(css, { parseCustomProperty: true });
  walk(sheet, (node: CssNode) => {
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return;
    const selectors = node.prelude.children.toArray();
    if (selectors.every((selector) => selector.type === 'Selector' && selectsRoot(selector, root))) {
      dropPlacement(node.block);
    }
  });
  return generate(sheet);
}

function dropPlacement(css: CssNode): void {
  walk(css, {
    visit: 'Declaration',
    enter({ property }, item, list) {
      if (PROPERTIES.test(property)) list.remove(item);
    },
  });
}

function selectsRoot({ children }: Selector, root: SvgElement): boolean {
  const classes = attributeOf(root, 'class')?.split(/\s+/) ?? [];
  return children.toArray().every((part) => {
    if (part.type === 'TypeSelector') return part.name === 'svg';
    if (part.type === 'ClassSelector') return classes.includes(part.name);
    if (part.type === 'IdSelector') return attributeOf(root, 'id') === part.name;
    return part.type === 'PseudoClassSelector' && part.name === 'root';
  });
}
