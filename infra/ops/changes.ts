import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { type PropertyChange, propertyChanges } from './property-changes.ts';

/** What would happen to a resource. */
export type Operation = 'create' | 'update' | 'replace' | 'delete';

/** What would happen to one resource, put together from all that the engine said of it. */
export interface Change {
  operation: Operation;
  urn: string;
  type: string;
  name: string;
  /** The component it is part of, as kind and name. */
  component: string;
  /** Whether the stack's state says that the engine must not delete it. */
  protected: boolean;
  /** The properties that force a replacement. */
  reasons: readonly string[];
  /** Whether the old one is deleted before the new one is there. */
  deletedFirst: boolean;
  properties: readonly PropertyChange[];
}

type Metadata = NonNullable<EngineEvent['resourcePreEvent']>['metadata'];

const OPERATIONS: Partial<Record<string, Operation>> = {
  create: 'create',
  update: 'update',
  delete: 'delete',
  replace: 'replace',
  'create-replacement': 'replace',
  'delete-replaced': 'replace',
};

/** What a preview's events say would change, in the order the engine said it; components are left out. */
export function changesOf(events: readonly EngineEvent[]): Change[] {
  const steps = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []).filter(isResource);
  return [...Map.groupBy(steps, ({ urn }) => urn).values()].map(change);
}

/** How many resources would stay as they are. */
export function unchanged(events: readonly EngineEvent[]): number {
  return events.filter(({ resourcePreEvent: event }) => event?.metadata.op === 'same' && isCustom(event.metadata))
    .length;
}

/** A resource's kind, without the package that it is from. */
export function kind(type: string): string {
  return type.split(':').at(-1) ?? type;
}

function isResource(step: Metadata): boolean {
  return OPERATIONS[step.op] !== undefined && isCustom(step);
}

/** Neither a component, which is nothing in the world, nor the provider that speaks to it. */
function isCustom({ type, new: after, old: before }: Metadata): boolean {
  return (after ?? before)?.custom === true && !type.startsWith('pulumi:');
}

function change(steps: Metadata[]): Change {
  const operations = steps.map(({ op }) => OPERATIONS[op]);
  const operation = operations.find((one) => one === 'replace') ?? operations[0] ?? 'update';
  const [first] = steps;
  const described = steps.find(({ detailedDiff }) => detailedDiff != null) ?? first;
  if (first === undefined || described === undefined) throw new Error('a change without a step');
  const index = (op: string) => steps.findIndex((step) => step.op === op);
  const ordered = index('delete-replaced') !== -1 && index('create-replacement') !== -1;
  return {
    operation,
    urn: first.urn,
    type: first.type,
    name: nameOf(first.urn),
    component: componentOf((first.new ?? first.old)?.parent ?? ''),
    protected: steps.some(({ old }) => old?.protect === true),
    reasons: [...new Set(steps.flatMap(({ keys }) => keys ?? []))].sort(),
    deletedFirst: ordered && index('delete-replaced') < index('create-replacement'),
    properties: operation === 'update' || operation === 'replace' ? propertyChanges(described) : [],
  };
}

function nameOf(urn: string): string {
  return urn.split('::').at(-1) ?? urn;
}

/** The parent's URN holds the types on the way to it, and its name. */
function componentOf(urn: string): string {
  const [, , types = '', name = ''] = urn.split('::');
  const type = types.split('$').at(-1) ?? '';
  return type === '' || type === 'pulumi:pulumi:Stack' ? 'Stack' : `${kind(type)} ${name}`;
}
