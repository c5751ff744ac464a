import type { Registered } from '@logomorph/infra/testing/run-program.ts';
import * as pulumi from '@pulumi/pulumi';

/** Kinds that say little of what a part is for. */
const MINOR =
  /^(Role|RolePolicy|RolePolicyAttachment|ServiceAccount|Secret|ConfigMap|Alias|Route|RouteTable|RouteTableAssociation|Eip|SubnetGroup|ParameterGroup|SecurityGroup\w*|DefaultSecurityGroup|LogGroup|kubernetes|Bucket\w+|LifecyclePolicy|AccessPolicyAssociation)$/;
/** The most kinds that are named of a part. */
const MOST = 4;

/** A picture, in Mermaid, of the parts of a stack, what each makes above all, and what must be made before it. */
export function graph(resources: readonly Registered[]): string {
  const roots = resources.filter(({ opts }) => opts.parent === undefined);
  const parts = roots.flatMap((root) =>
    resources.filter(({ opts }) => opts.parent === root.resource).filter(isComponent),
  );
  const partOf = (one: Registered | undefined): Registered | undefined =>
    one === undefined || parts.includes(one) ? one : partOf(find(resources, one.opts.parent));
  const waits = new Map(parts.map((part) => [part, new Set<Registered>()]));
  for (const one of resources)
    for (const needed of [one.opts.dependsOn ?? []].flat()) {
      const [part, before] = [
        partOf(one),
        partOf(find(resources, pulumi.Resource.isInstance(needed) ? needed : undefined)),
      ];
      if (part && before && part !== before) waits.get(part)?.add(before);
    }
  const boxes = roots.flatMap((root) => [
    `  subgraph ${id(root)}["${root.name}"]`,
    ...parts
      .filter(({ opts }) => opts.parent === root.resource)
      .map((part) => `    ${id(part)}["${label(part, resources)}"]`),
    '  end',
  ]);
  const arrows = parts.flatMap((part) => direct(part, waits).map((before) => `  ${id(before)} --> ${id(part)}`));
  return ['```mermaid', 'flowchart LR', ...boxes, ...arrows, '```'].join('\n');
}

function find(resources: readonly Registered[], resource: pulumi.Resource | undefined): Registered | undefined {
  return resources.find((one) => one.resource === resource);
}

function isComponent({ type }: Registered): boolean {
  return type.startsWith('logomorph:');
}

/** Names are those of parts below two roots, so the root is in it. */
function id({ type, name }: Registered): string {
  return `${type.split(':').at(-1)}_${name}`.replaceAll(/\W/g, '_');
}

function label(part: Registered, resources: readonly Registered[]): string {
  const kinds = [...new Set(below(part, resources).map(({ type }) => type.split(':').at(-1) ?? ''))];
  const main = kinds.filter((kind) => !MINOR.test(kind));
  const named = main.slice(0, MOST).join('<br/>');
  return `<b>${part.name}</b>${named && `<br/>${named}`}${main.length > MOST ? '<br/>…' : ''}`;
}

/** All that a part makes, those of its parts included. */
function below(part: Registered, resources: readonly Registered[]): Registered[] {
  const children = resources.filter(({ opts }) => opts.parent === part.resource);
  return children.flatMap((child) => (isComponent(child) ? below(child, resources) : child));
}

/** What a part waits for, less what that waits for already. */
function direct(part: Registered, waits: ReadonlyMap<Registered, ReadonlySet<Registered>>): Registered[] {
  const reach = (from: Registered, seen = new Set<Registered>()): Set<Registered> => {
    for (const next of waits.get(from) ?? []) if (!seen.has(next)) reach(next, seen.add(next));
    return seen;
  };
  const own = [...(waits.get(part) ?? [])];
  return own.filter((one) => !own.some((other) => other !== one && reach(other).has(one)));
}
