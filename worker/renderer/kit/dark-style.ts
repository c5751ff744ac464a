import { generate, parse, walk } from 'css-tree';
import { type SanitisedSvg, withRoot } from '../svg/sanitise-svg.ts';
import {
  attributeOf,
  elementsIn,
  isElement,
  SVG_NAMESPACE,
  type SvgAttribute,
  type SvgElement,
  type SvgNode,
  textOf,
} from '../svg/svg-element.ts';

/** Attributes that are not of style, so that no rule can change them. */
const NO_STYLE = new Set(['style', 'class', 'href']);

/**
 * An SVG that takes the colours of its dark variant where the colour scheme is dark (Media Queries 5 § 11.5): changed
 * attributes become rules in front of all others, changed style sheets come once more behind themselves.
 * @param dark the same tree, but for its colours
 */
export function withDarkStyle(light: SanitisedSvg, dark: SanitisedSvg): SanitisedSvg {
  const classes = new Map<string, string>();
  const overruled = propertiesOfTypes(light.root);

  function merged(light: SvgElement, dark: SvgElement): SvgElement {
    const children = light.children.flatMap((child, index): SvgNode[] => {
      const other = dark.children[index];
      if (!isElement(child) || other === undefined || !isElement(other)) return [child];
      if (child.name !== 'style') return [merged(child, other)];
      return textOf(child) === textOf(other) ? [child] : [child, darkSheet(textOf(other))];
    });
    const declarations = difference(light, dark, overruled);
    if (declarations === '') return { ...light, children };
    const name = classes.get(declarations) ?? `dark-${classes.size + 1}`;
    classes.set(declarations, name);
    return { ...light, attributes: withClass(light.attributes, name), children };
  }

  const root = merged(light.root, dark.root);
  if (classes.size > 0) {
    const rules = [...classes].map(([declarations, name]) => `.${name}{${declarations}}`);
    root.children.unshift(darkSheet(rules.join('')));
  }
  return withRoot(light, root);
}

/** What of the attributes of the dark element is not so in the light one, as declarations. */
function difference(light: SvgElement, dark: SvgElement, overruled: ReadonlySet<string>): string {
  const changed = dark.attributes.filter(
    ({ name, value }) => !NO_STYLE.has(name) && !overruled.has(name) && attributeOf(light, name) !== value,
  );
  const inline = attributeOf(dark, 'style');
  const important = inline !== undefined && inline !== attributeOf(light, 'style') ? importantDeclarations(inline) : [];
  return [...changed.map(({ name, value }) => `${name}:${value}`), ...important].join(';');
}

/** The declarations of a `style` attribute, which only what is important can win over. */
function importantDeclarations(css: string): string[] {
  const declarations: string[] = [];
  walk(parse(css, { context: 'declarationList', parseCustomProperty: true }), {
    visit: 'Declaration',
    enter: (node) => void declarations.push(generate({ ...node, important: true })),
  });
  return declarations;
}

/**
 * The properties that style sheets give to elements by their type alone. Such a rule wins over an attribute, but would
 * lose against the class of one that changes, so those attributes stay as they are.
 */
function propertiesOfTypes(root: SvgElement): Set<string> {
  const properties = new Set<string>();
  for (const element of elementsIn(root)) {
    if (element.name !== 'style') continue;
    walk(parse(textOf(element)), {
      visit: 'Rule',
      enter({ prelude, block }) {
        if (/(^|,)[^.#[,]+(,|$)/.test(generate(prelude))) {
          walk(block, { visit: 'Declaration', enter: ({ property }) => void properties.add(property) });
        }
      },
    });
  }
  return properties;
}

function withClass(attributes: readonly SvgAttribute[], name: string): SvgAttribute[] {
  const own = attributes.find((attribute) => attribute.name === 'class');
  const others = attributes.filter((attribute) => attribute !== own);
  return [...others, { name: 'class', namespace: '', value: own ? `${own.value} ${name}` : name }];
}

function darkSheet(css: string): SvgElement {
  const text = `@media (prefers-color-scheme:dark){${css}}`;
  return { name: 'style', namespace: SVG_NAMESPACE, attributes: [], children: [text] };
}
