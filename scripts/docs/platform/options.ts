import type { Registered } from '@logomorph/infra/testing/run-program.ts';
import * as pulumi from '@pulumi/pulumi';

/** The options of a resource that say when it is made, kept and taken away, as a list in brackets; empty for none. */
export function optionsText({ opts }: Registered, all: readonly Registered[]): string {
  const named = (resource: pulumi.Resource) => {
    const { type, name } = all.find((one) => one.resource === resource) ?? {};
    return `${type?.split(':').at(-1)}/${name}`;
  };
  const list = (names: readonly string[] = []) => [...names].sort().join('+');
  const given: Record<string, string> = {
    protect: flag(opts.protect),
    retainOnDelete: flag(opts.retainOnDelete),
    deleteBeforeReplace: flag(opts.deleteBeforeReplace),
    deletedWith: opts.deletedWith ? named(opts.deletedWith) : '',
    dependsOn: list(dependencies(opts).map(named)),
    ignoreChanges: list(opts.ignoreChanges),
    replaceOnChanges: list(opts.replaceOnChanges),
  };
  const texts = Object.entries(given).flatMap(([option, value]) =>
    value === '' ? [] : value === 'true' ? option : `${option}=${value}`,
  );
  return texts.length === 0 ? '' : ` [${texts.join(', ')}]`;
}

function flag(value: boolean | undefined): string {
  return value ? 'true' : '';
}

/** What a resource is told to wait for; only what is known at once, as all of it is here. */
function dependencies({ dependsOn = [] }: pulumi.CustomResourceOptions): pulumi.Resource[] {
  return [dependsOn].flat().map((one) => {
    if (!pulumi.Resource.isInstance(one)) throw new Error('a dependency that is an output cannot be written down');
    return one;
  });
}
