import { holdsData } from '../data-holders.ts';
import { mayBeLost } from '../data-loss.ts';
import { at } from './plain.ts';
import type { Rule, Subject } from './rule.ts';

/** What in the inputs of data stores keeps a hand off them, where the cloud has such a thing. */
const KEPT: readonly { type: RegExp; wrong: string; kept: (inputs: unknown) => boolean }[] = [
  {
    type: /^aws:s3\/bucket:/,
    wrong: 'would be emptied to be deleted',
    kept: (inputs) => at(inputs, 'forceDestroy') !== true,
  },
  { type: /^aws:rds\/(instance|cluster):/, wrong: 'is not kept from deletion by AWS', kept: keptDatabase },
  {
    type: /^aws:elasticache\/replicationGroup:/,
    wrong: 'leaves no snapshot behind',
    kept: (inputs) => at(inputs, 'finalSnapshotIdentifier') !== undefined,
  },
  {
    type: /^aws:kms\/key:/,
    wrong: 'can be gone within a month',
    kept: (inputs) => Number(at(inputs, 'deletionWindowInDays') ?? 30) >= 30,
  },
  {
    type: /^aws:ecr\/repository:/,
    wrong: 'would be emptied to be deleted',
    kept: (inputs) => at(inputs, 'forceDelete') !== true,
  },
  {
    type: /^aws:secretsmanager\/secret:/,
    wrong: 'could not be brought back',
    kept: (inputs) => at(inputs, 'recoveryWindowInDays') !== 0,
  },
];

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

function unkept({ type, inputs, protect }: Subject): string[] {
  if (!holdsData(type)) return [];
  return [
    ...(protect ? [] : ['is not protected: the engine would delete or replace it']),
    ...KEPT.filter((one) => one.type.test(type) && !one.kept(inputs)).map(({ wrong }) => wrong),
  ];
}

function keptDatabase(inputs: unknown): boolean {
  return at(inputs, 'deletionProtection') === true && at(inputs, 'skipFinalSnapshot') !== true;
}
