import { mayBeLost } from '../data-loss.ts';
import { at } from './plain.ts';
import { kindOf } from './pods.ts';
import type { Rule, Subject } from './rule.ts';

/** Types that hold data, or without which data cannot be read, and what in their inputs keeps a hand off them. */
const DATA_STORES: readonly { type: RegExp; kept?: readonly [string, (inputs: unknown) => boolean] }[] = [
  {
    type: /^aws:s3\/bucket:/,
    kept: ['would be emptied to be deleted', (inputs) => at(inputs, 'forceDestroy') !== true],
  },
  { type: /^aws:rds\/(instance|cluster):/, kept: ['is not kept from deletion by AWS', keptDatabase] },
  {
    type: /^aws:elasticache\/replicationGroup:/,
    kept: ['leaves no snapshot behind', (inputs) => at(inputs, 'finalSnapshotIdentifier') !== undefined],
  },
  {
    type: /^aws:kms\/key:/,
    kept: ['can be gone within a month', (inputs) => Number(at(inputs, 'deletionWindowInDays') ?? 30) >= 30],
  },
  {
    type: /^aws:ecr\/repository:/,
    kept: ['would be emptied to be deleted', (inputs) => at(inputs, 'forceDelete') !== true],
  },
  { type: /^aws:secretsmanager\/secret:/ },
  { type: /^aws:(efs\/fileSystem|dynamodb\/table):/ },
];
const DATA_KINDS = ['Namespace', 'StatefulSet', 'PersistentVolume'];

/** How data is kept. */
export const DATA_RULES: readonly Rule[] = [
  {
    name: 'data-stores-are-kept',
    description:
      'In prod the engine refuses to delete or replace what holds data, and so does the cloud, unless logomorph:dataLossAllowed names its URN and a day that is not past.',
    resource: (subject, { environment, dataLossAllowed, today }) =>
      environment === 'prod' && !mayBeLost(subject.urn, dataLossAllowed, today) ? unkept(subject) : [],
  },
];

/** Whether a resource holds data, or data cannot be read without it. */
export function holdsData(subject: Subject): boolean {
  return DATA_KINDS.includes(kindOf(subject)) || DATA_STORES.some(({ type }) => type.test(subject.type));
}

function unkept(subject: Subject): string[] {
  if (!holdsData(subject)) return [];
  const kept = DATA_STORES.find(({ type }) => type.test(subject.type))?.kept;
  return [
    ...(subject.protect ? [] : ['is not protected: the engine would delete or replace it']),
    ...(kept === undefined || kept[1](subject.inputs) ? [] : [kept[0]]),
  ];
}

function keptDatabase(inputs: unknown): boolean {
  return at(inputs, 'deletionProtection') === true && at(inputs, 'skipFinalSnapshot') !== true;
}
