import { attributeOf, type SvgElement } from '../svg-element.ts';
import { COSTLY } from './costly-properties.ts';
import { styleRulesIn, valuesOfStyle } from './style-rules.ts';

/** The values that a property may have on an element, from all that declares it. */
export interface DeclaredValues {
  values: ReadonlySet<string>;
  /** Whether it is declared on the element itself, and not only by a rule that may or may not select it. */
  certain: boolean;
}

export type Declarations = ReadonlyMap<string, DeclaredValues>;

/**
 * What each element of a tree may declare: its presentation attributes, its `style`, and every rule of the style
 * sheets whose last compound selector can be the element. What stands before that, and which declaration wins, is
 * not looked at: the answer is never too little, whatever draws the tree and however it reads selectors.
 * @throws ProblemError 'logo-too-complex'
 */
export function declarationsIn(root: SvgElement): (element: SvgElement) => Declarations {
  const rules = styleRulesIn(root);
  return (element) => {
    const declared = new Map<string, DeclaredValues>();
    const add = (name: string, values: Iterable<string>, certain: boolean) => {
      const known = declared.get(name);
      declared.set(name, {
        values: new Set([...(known?.values ?? []), ...values]),
        certain: certain || known?.certain === true,
      });
    };
    for (const key of keysOf(element)) for (const [name, values] of rules.get(key) ?? []) add(name, values, false);
    for (const { name, value } of element.attributes) if (COSTLY.has(name)) add(name, [value.trim()], true);
    for (const [name, value] of valuesOfStyle(attributeOf(element, 'style') ?? '')) add(name, [value], true);
    return declared;
  };
}

function keysOf(element: SvgElement): string[] {
  const classes = new Set(attributeOf(element, 'class')?.split(/\s+/));
  return ['*', element.name, `#${attributeOf(element, 'id')}`, ...[...classes].map((name) => `.${name}`)];
}
