import { attributeOf, elementsIn, type SvgElement } from '../svg-element.ts';
import { COSTLY, isInherited } from './costly-properties.ts';
import { styleRulesIn, valuesOfStyle } from './style-rules.ts';
import { isSure } from './sure-values.ts';

/** The values that a property may have on an element, from all that declares it. */
interface DeclaredValues {
  values: ReadonlySet<string>;
  /**
   * Whether it is declared on the element itself, and not only by a rule that may or may not select it, by a value that
   * no reader takes for a mistake, and nothing asks for what the element around has.
   */
  certain: boolean;
}

export type Declarations = ReadonlyMap<string, DeclaredValues>;

/** What asks for the value of the element around, or may by an escape. */
const INHERIT = /inherit|\\/i;

/**
 * What each element of a tree may declare: its presentation attributes, its `style`, and every rule of the style
 * sheets whose last compound selector can be the element. What stands before that, and which declaration wins, is
 * not looked at: the answer is never too little, whatever draws the tree and however it reads selectors. A
 * property that is only inherited where it asks for it may there have any value that it has in the tree.
 * @throws ProblemError 'logo-too-complex'
 */
export function declarationsIn(root: SvgElement): (element: SvgElement) => Declarations {
  const rules = styleRulesIn(root);
  const known = new Map<SvgElement, Declarations>();
  let anywhere: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (element) => {
    const declared = known.get(element) ?? declaredOn(element);
    known.set(element, declared);
    return declared;
  };

  function declaredOn(element: SvgElement): Declarations {
    const declared = writtenOn(element);
    for (const [name, { values, certain }] of declared) {
      if (![...values].some((value) => INHERIT.test(value))) continue;
      if (isInherited(name)) declared.set(name, { values, certain: false });
      else {
        anywhere ??= valuesAnywhere();
        declared.set(name, { values: anywhere.get(name) ?? values, certain });
      }
    }
    return declared;
  }

  function writtenOn(element: SvgElement): Map<string, DeclaredValues> {
    const declared = new Map<string, DeclaredValues>();
    const add = (name: string, values: Iterable<string>, certain: boolean) => {
      const known = declared.get(name);
      declared.set(name, {
        values: new Set([...(known?.values ?? []), ...values]),
        certain: certain || known?.certain === true,
      });
    };
    const addOwn = (name: string, value: string) => add(name, [value], !isInherited(name) || isSure(name, value));
    for (const key of keysOf(element)) for (const [name, values] of rules.get(key) ?? []) add(name, values, false);
    for (const { name, value } of element.attributes) if (COSTLY.has(name)) addOwn(name, value.trim());
    for (const [name, value] of valuesOfStyle(attributeOf(element, 'style') ?? '')) addOwn(name, value);
    return declared;
  }

  function valuesAnywhere(): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, Set<string>>();
    for (const element of elementsIn(root)) {
      for (const [name, { values }] of writtenOn(element)) {
        const known = found.get(name) ?? new Set();
        for (const value of values) known.add(value);
        found.set(name, known);
      }
    }
    return found;
  }
}

function keysOf(element: SvgElement): string[] {
  const classes = new Set(attributeOf(element, 'class')?.split(/\s+/));
  return ['*', element.name, `#${attributeOf(element, 'id')}`, ...[...classes].map((name) => `.${name}`)];
}
