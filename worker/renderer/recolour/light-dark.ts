import { type CssNode, generate, type List, type ListItem, parse, string, walk } from 'css-tree';
import { type SanitisedSvg, withRoot } from '../svg/sanitise-svg.ts';
import { isElement, SVG_NAMESPACE, type SvgElement } from '../svg/svg-element.ts';
import type { ColourMap } from './colour-map.ts';
import type { Ground } from './contrast-range.ts';
import { darkMap } from './dark-map.ts';
import { withExplicitColours } from './explicit-colours.ts';
import { sparingMasks } from './mask-style.ts';
import { hasOwnDarkScheme } from './own-dark-scheme.ts';
import { isPaint, recolourValue } from './recolour-css.ts';
import { contains } from './recolour-svg.ts';
import { svgColours } from './svg-colours.ts';

/**
 * An SVG that has its own colours, and those of `darkMap` in a dark colour scheme, by a style sheet at its end. It is
 * left as it is when it has a dark scheme of its own, or needs none. Embedded pictures stay, which CSS cannot map.
 */
export async function lightDarkSvg(svg: SanitisedSvg, ground: Ground): Promise<SanitisedSvg> {
  const colours = hasOwnDarkScheme(svg) ? undefined : await svgColours(svg);
  if (!colours) return svg;
  const root = withExplicitColours(svg.root);
  const rules = darkRules(root, darkMap(colours, ground));
  if (rules === '') return svg;
  const css = `@media (prefers-color-scheme:dark){${rules}}`;
  const style: SvgElement = { name: 'style', namespace: SVG_NAMESPACE, attributes: [], children: [css] };
  return withRoot(svg, { ...root, children: [...root.children, style] });
}

/**
 * What says the same as the paints of a tree, but in other colours and later, and therefore wins. What attributes say
 * has the least weight of all (SVG 2 § 6.7), hence `:where`, which adds none, and comes before what sheets say; what
 * `style` attributes say has the most.
 */
function darkRules(root: SvgElement, map: ColourMap): string {
  const ofAttributes = new Set<string>();
  const ofSheets: string[] = [];
  const ofStyles = new Set<string>();
  const outside = contains(root, 'mask') ? ':not(mask,mask *)' : '';
  const collect = (element: SvgElement): void => {
    if (element.name === 'mask') return;
    for (const { name, value } of element.attributes) {
      if (name === 'style') {
        const changed = paintsChanged(value, 'declarationList', map);
        if (changed) ofStyles.add(`:where([style=${string.encode(value)}]${outside}){${changed}}`);
      } else if (isPaint(name)) {
        const changed = recolourValue(value, map);
        if (changed !== value)
          ofAttributes.add(`:where([${name}=${string.encode(value)}]${outside}){${name}:${changed}}`);
      }
    }
    for (const child of element.children) {
      if (isElement(child)) collect(child);
      else if (element.name === 'style') {
        const changed = paintsChanged(child, 'stylesheet', map);
        ofSheets.push(changed && outside ? changed + sparingMasks(child) : changed);
      }
    }
  };
  collect(root);
  return [...ofAttributes, ...ofSheets, ...ofStyles].join('');
}

/** The declarations whose colours change, with other colours; those of a `style` attribute such that they win over it. */
function paintsChanged(css: string, context: 'stylesheet' | 'declarationList', map: ColourMap): string {
  const sheet = parse(css, { context, parseCustomProperty: true });
  walk(sheet, {
    leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      if (node.type === 'Declaration') {
        const value = generate(node.value);
        const changed = isPaint(node.property) ? recolourValue(value, map) : value;
        if (changed === value) list.remove(item);
        else {
          node.value = { type: 'Raw', value: changed };
          node.important ||= context === 'declarationList';
        }
      } else if ((node.type === 'Rule' || node.type === 'Atrule') && node.block?.children.isEmpty) {
        list.remove(item);
      }
    },
  });
  return generate(sheet);
}
