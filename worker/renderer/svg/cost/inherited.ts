import { COSTLY_INHERITED, type CostlyInherited } from './costly-properties.ts';
import type { Declarations } from './declared-values.ts';

/** The values that inherited properties may have on an element. */
export type Inherited = Readonly<Partial<Record<CostlyInherited, ReadonlySet<string>>>>;

/** What an element passes on: what it declares, and what it may inherit if it is not certain that it declares it. */
export function inherit(parent: Inherited, declared: Declarations): Inherited {
  const changed = COSTLY_INHERITED.flatMap((name) => {
    const own = declared.get(name);
    if (!own) return [];
    return [[name, own.certain ? own.values : new Set([...(parent[name] ?? []), ...own.values])]];
  });
  return changed.length === 0 ? parent : { ...parent, ...Object.fromEntries(changed) };
}
