import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';

/** A property that would change; a side that has none is undefined. */
export interface PropertyChange {
  path: string;
  before: string | undefined;
  after: string | undefined;
}

/** What stands for a secret; the engine writes the same. */
export const SECRET = '[secret]';

type Metadata = NonNullable<EngineEvent['resourcePreEvent']>['metadata'];

/** The properties that a step changes, with their values before and after. */
export function propertyChanges({ type, detailedDiff, old: before, new: after }: Metadata): PropertyChange[] {
  return Object.entries(detailedDiff ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { inputDiff }]) => {
      if (isSecretPath(type, path)) return { path, before: SECRET, after: SECRET };
      const old = inputDiff ? before?.inputs : { ...before?.inputs, ...before?.outputs };
      return { path, before: show(at(old, path)), after: show(at(after?.inputs, path)) };
    });
}

/** Kubernetes' secrets are secrets as a whole, whatever the program marked as one. */
function isSecretPath(type: string, path: string): boolean {
  return /:Secret$/.test(type) && /^(data|stringData)\b/.test(path);
}

/** The value at a property path, like `spec.containers[0].image` or `data["a.b"]`. */
function at(value: unknown, path: string): unknown {
  for (const [, quoted, plain] of path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|([^.[\]"]+)/g)) {
    const key = quoted === undefined ? plain : quoted.replaceAll(/\\(.)/g, '$1');
    if (key === undefined || typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}

function show(value: unknown): string | undefined {
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 1);
}
