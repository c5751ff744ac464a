import { CI_PATH } from '../aws/role-paths.ts';
import { WILDCARD_REASONS } from './iam-reasons.ts';
import { at, isPlain, listAt, type Plain, textAt, texts } from './plain.ts';
import type { Rule, Subject } from './rule.ts';
import { hasAnyPrincipal, statements } from './statements.ts';

/** Types with a policy of their own in `policy`. */
const WITH_POLICY = /^aws:iam\/(policy|rolePolicy|userPolicy|groupPolicy):/;
const WITH_MANAGED = /^aws:iam\/(rolePolicyAttachment|userPolicyAttachment|groupPolicyAttachment|policyAttachment):/;
/** Managed policies that are for people, and allow everything or all of a service. */
const BROAD = /(AdministratorAccess|PowerUserAccess|FullAccess)$/;
/** Where the tokens of GitHub's jobs say whose job it is. */
const GITHUB = 'token.actions.githubusercontent.com';

/** Who may do what. */
export const IAM_RULES: readonly Rule[] = [
  {
    name: 'rights-are-named',
    description: 'A policy names its actions and resources; a wildcard has its reason in infra/policy/iam-reasons.ts.',
    resource: (subject) => [...policiesOf(subject).flatMap(wildcards), ...managed(subject)],
  },
  {
    name: 'roles-know-their-callers',
    description: 'A role is for named callers, and one for jobs of GitHub for those of named repositories.',
    resource: ({ type, inputs }) =>
      type === 'aws:iam/role:Role' ? statements(at(inputs, 'assumeRolePolicy'), 'Allow').flatMap(anyCaller) : [],
  },
  {
    name: 'roles-have-a-boundary',
    description: 'A role has a boundary, so that whoever gives it rights gives no more than that; CI has roles apart.',
    resource: ({ type, inputs }) =>
      type === 'aws:iam/role:Role' &&
      !textAt(inputs, 'path').startsWith(CI_PATH) &&
      !textAt(inputs, 'permissionsBoundary')
        ? ['has no boundary: who deploys could give it any right']
        : [],
  },
];

/** The documents of what a resource allows, less who may use it. */
function policiesOf({ type, inputs }: Subject): unknown[] {
  if (WITH_POLICY.test(type)) return [at(inputs, 'policy')];
  return type === 'aws:iam/role:Role' ? listAt(inputs, 'inlinePolicies').map((one) => at(one, 'policy')) : [];
}

function wildcards(policy: unknown): string[] {
  return statements(policy, 'Allow')
    .filter((statement) => WILDCARD_REASONS[textAt(statement, 'Sid')] === undefined)
    .flatMap((statement) =>
      wide(statement).map((what) => `${nameOf(statement)} allows ${what}, and no reason is given`),
    );
}

/** What a statement allows without naming it. */
export function wide(statement: Plain): string[] {
  const but = ['NotAction', 'NotResource'].filter((key) => at(statement, key) !== undefined);
  return [
    ...texts(at(statement, 'Action')).filter((action) => action.includes('*')),
    ...texts(at(statement, 'Resource')).filter(isWide),
    ...but.map((key) => `all but a ${key}`),
  ];
}

/** A wildcard after a name is a part of what is named; one in its place is everything of that kind. */
function isWide(resource: string): boolean {
  const [, , service, , , name = resource] = resource.split(':');
  // Of S3 the bucket comes first, so that `bucket/*` is what is in that bucket.
  return name.startsWith('*') || (service !== 's3' && /^[\w-]+\/\*$/.test(name));
}

function managed({ type, inputs }: Subject): string[] {
  const name = textAt(inputs, 'policyArn').split('/').at(-1) ?? '';
  if (!WITH_MANAGED.test(type) || !BROAD.test(name) || WILDCARD_REASONS[name] !== undefined) return [];
  return [`takes the managed policy ${name}, and no reason is given`];
}

function anyCaller(statement: Plain): string[] {
  const condition = at(statement, 'Condition');
  if (hasAnyPrincipal(statement) && condition === undefined) return ['may be taken by anyone'];
  const federated = texts(at(statement, 'Principal.Federated'));
  if (!federated.some((one) => one.endsWith(`/${GITHUB}`))) return [];
  const tests = isPlain(condition) ? Object.values(condition) : [];
  const of = (claim: string) => tests.flatMap((test) => texts(at(test, [`${GITHUB}:${claim}`])));
  const everyone =
    of('sub').length === 0 || of('sub').some((sub) => /^(repo:)?[^/]*\*/.test(sub) && !/^repo:[^*/]+\//.test(sub));
  return [
    ...(everyone ? ['may be taken by jobs of any repository'] : []),
    ...(of('aud').includes('sts.amazonaws.com') ? [] : ['may be taken with tokens that are meant for others']),
  ];
}

function nameOf(statement: Plain): string {
  const sid = textAt(statement, 'Sid');
  return sid === '' ? 'a statement without a Sid' : `the statement ${sid}`;
}
