import { type CssNode, generate, parse, walk } from 'css-tree';
import { cssColour, parseCssColour } from '../colour/css-colour.ts';
import { type SanitisedSvg, withRoot } from './sanitise-svg.ts';
import { attributeOf, inStyles, isElement, type SvgAttribute, type SvgElement } from './svg-element.ts';

/** What librsvg passes over: it draws black where a colour is one of these, and no rule that is inside of `@media`. */
const UNKNOWN = /var\(|@media|\b(?:lab|lch|oklab|oklch|color)\(/i;
/** Media that a picture is looked at in, unless a dark scheme is asked for. */
const SHOWN_MEDIA = /^(?:all|screen|(?:(?:all|screen) and )?\(prefers-color-scheme:\s*light\))$/i;
/** What a variable may stand for: a colour, and never what an effect could be hidden in from those who count its cost. */
const COLOURS = new Set(['fill', 'stroke', 'color', 'stop-color', 'flood-color', 'lighting-color']);
const KEYWORD = /^(?:none|currentcolor)$/i;
const COLOUR_FUNCTION = /^(?:lab|lch|oklab|oklch|color)\(/i;
const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g;
const MOST_CHARACTERS = 1000;
const MOST_STEPS = 8;

type Variables = ReadonlyMap<string, string>;

const drawables = new WeakMap<SanitisedSvg, SanitisedSvg>();

/**
 * An SVG as librsvg is to draw it: the rules of `@media` that hold for a light screen made plain, and colours by
 * variables of the root or in newer notations written as all know them.
 */
export function drawable(svg: SanitisedSvg): SanitisedSvg {
  const known = drawables.get(svg) ?? (UNKNOWN.test(svg.svg.toString()) ? withPlainCss(svg) : svg);
  drawables.set(svg, known);
  return known;
}

function withPlainCss(svg: SanitisedSvg): SanitisedSvg {
  const shown = inStyles(svg.root, shownRules);
  const variables = variablesOf(shown);
  const plain = inStyles(shown, (css) => plainDeclarations(css, 'stylesheet', variables));
  const rewritten = (element: SvgElement): SvgElement => ({
    ...element,
    attributes: element.attributes.map((attribute) => plainAttribute(attribute, variables)),
    children: element.children.map((child) => (isElement(child) ? rewritten(child) : child)),
  });
  return withRoot(svg, rewritten(plain));
}

function shownRules(css: string): string {
  const sheet = parse(css, { parseCustomProperty: true });
  walk(sheet, {
    visit: 'Atrule',
    // On the way out, or the rules that were made plain would be walked once more.
    leave({ name, prelude, block }, item, list) {
      if (name.toLowerCase() !== 'media' || !prelude || !block) return;
      if (SHOWN_MEDIA.test(generate(prelude))) list.insertList(block.children, item);
      list.remove(item);
    },
  });
  return generate(sheet);
}

/** The variables that are declared for the root and nowhere else, so that they have one value. */
function variablesOf(root: SvgElement): Variables {
  const ofRoot = new Map<string, string>();
  const elsewhere = new Set<string>();
  const declare = (css: CssNode, isRoot: boolean) =>
    walk(css, (node: CssNode) => {
      if (node.type !== 'Declaration' || !node.property.startsWith('--')) return;
      if (isRoot) ofRoot.set(node.property, generate(node.value).trim());
      else elsewhere.add(node.property);
    });
  const visit = (element: SvgElement, isRoot: boolean): void => {
    for (const child of element.children) {
      if (isElement(child)) visit(child, false);
      else if (element.name === 'style') {
        walk(parse(child, { parseCustomProperty: true }), (node: CssNode) => {
          if (node.type === 'Rule') declare(node.block, /(?:^|,)(?::root|svg|\*)(?:,|$)/.test(generate(node.prelude)));
        });
      }
    }
    // After the sheets, which it wins over.
    const style = attributeOf(element, 'style');
    if (style) declare(parse(style, { context: 'declarationList', parseCustomProperty: true }), isRoot);
  };
  visit(root, true);
  return new Map([...ofRoot].filter(([name]) => !elsewhere.has(name)));
}

function plainAttribute(attribute: SvgAttribute, variables: Variables): SvgAttribute {
  const { name, value } = attribute;
  if (name === 'style') return { ...attribute, value: plainDeclarations(value, 'declarationList', variables) };
  return COLOURS.has(name) ? { ...attribute, value: plainValue(value, variables) } : attribute;
}

function plainDeclarations(css: string, context: 'stylesheet' | 'declarationList', variables: Variables): string {
  const sheet = parse(css, { context, parseCustomProperty: true });
  walk(sheet, (node: CssNode) => {
    if (node.type !== 'Declaration' || !COLOURS.has(node.property.toLowerCase())) return;
    node.value = { type: 'Raw', value: plainValue(generate(node.value), variables) };
  });
  return generate(sheet);
}

/** The value of a colour's property; as it is when it stands for no single colour. */
function plainValue(value: string, variables: Variables): string {
  let text = value.trim();
  for (let step = 0; step < MOST_STEPS && text.includes('var(') && text.length < MOST_CHARACTERS; step++) {
    text = text.replace(VARIABLE, (whole, name, fallback) => variables.get(name) ?? fallback ?? whole).trim();
  }
  if (KEYWORD.test(text)) return text;
  const colour = parseCssColour(text);
  if (!colour) return value;
  return COLOUR_FUNCTION.test(text) ? cssColour(colour) : text;
}
