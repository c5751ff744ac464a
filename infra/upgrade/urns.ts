import * as pulumi from '@pulumi/pulumi';
import type { Registered } from '../testing/run-program.ts';

/** What a resource may be called by: its types, from those it is below on, and its name. */
interface Called {
  types: string;
  name: string;
}

/**
 * What the engine would know a resource by, and then what it would have known it by before, as its aliases and those of
 * what it is below say.
 */
export function urnsOf(stack: string, resource: Registered, all: readonly Registered[]): string[] {
  return calledOf(resource, all).map(({ types, name }) => `urn:pulumi:${stack}::logomorph::${types}::${name}`);
}

function calledOf({ type, name, opts }: Registered, all: readonly Registered[]): Called[] {
  const below = (parent: unknown, own: Called): Called[] => {
    const found = all.find(({ resource }) => resource === parent);
    return found === undefined
      ? [own]
      : calledOf(found, all).map((one) => ({ ...own, types: `${one.types}$${own.types}` }));
  };
  return [
    ...below(opts.parent, { types: type, name }),
    ...(opts.aliases ?? []).flatMap((alias) => {
      if (typeof alias === 'string') return parsed(alias);
      if (pulumi.Output.isInstance(alias) || alias instanceof Promise)
        throw new Error(`${name} has an alias that is not there yet`);
      const own = { types: plain(alias.type) ?? type, name: plain(alias.name) ?? name };
      return below('parent' in alias ? alias.parent : opts.parent, own);
    }),
  ];
}

function parsed(urn: string): Called {
  const [, , types = '', name = ''] = urn.split('::');
  return { types, name };
}

function plain(value: pulumi.Input<string> | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new Error('an alias has a part that is not there yet');
}
