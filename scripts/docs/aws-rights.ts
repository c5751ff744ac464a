import type { Statement, StatementOfOthers } from '@logomorph/infra/aws/policy.ts';
import type { Registered } from '@logomorph/infra/testing/run-program.ts';
import { code, GENERATED, table } from './markdown.ts';
import { resourcesOf } from './platform/programs.ts';

/** `docs/aws-rights.md`: every role in AWS, who takes it on and what it may do, as the program of prod makes them. */
export async function awsRightsDocument(): Promise<string> {
  const resources = await resourcesOf('prod');
  const ofType = (type: string) => resources.filter((resource) => resource.type === `aws:iam/${type}`);
  const roles = ofType('role:Role').sort((one, other) => one.name.localeCompare(other.name));
  const own = (role: Registered, type: string) =>
    ofType(type).filter(({ inputs }) => inputs.role === `${role.name}-made-up`);
  const rights = roles.flatMap((role) => [
    ...own(role, 'rolePolicyAttachment:RolePolicyAttachment').map(({ inputs }) => [
      role.name,
      `all of AWS's ${code(nameOf(inputs.policyArn))}`,
      'as AWS says',
      '',
    ]),
    ...own(role, 'rolePolicy:RolePolicy').flatMap(({ inputs }) => statements(inputs.policy).map(rightOf(role.name))),
  ]);
  const boundary = ofType('policy:Policy').flatMap(({ inputs }) => statements(inputs.policy).map(mostOf));
  return `${GENERATED}

# Rights in AWS

Every role that the stack \`prod\` makes; those of \`staging\` differ by its name. The account is \`123456789012\` here, and
what AWS names is made up. There are no users and no keys.

${table(
  ['Role', 'What it is for', 'Path', 'Taken on by', 'If'],
  roles.map(({ name, inputs }) => {
    const [trust] = statements(inputs.assumeRolePolicy);
    return [name, String(inputs.description), code(String(inputs.path)), principalOf(trust), conditionOf(trust)];
  }),
)}

What they may do. What is not here is refused.

${table(['Role', 'May', 'On', 'If'], rights)}

Roles under \`/logomorph/prod/\` are held in a boundary: of the above they may do what is here, too. It gives no rights.

${table(['May', 'On'], boundary)}
`;
}

function statements(policy: unknown): Statement[] {
  return JSON.parse(String(policy)).Statement;
}

const list = (items: string | string[] = []) => [items].flat().map(code).join(', ');

function mostOf(statement: Statement & Partial<StatementOfOthers>): string[] {
  const { Action, NotAction, Resource } = statement;
  return [NotAction ? `all but ${list(NotAction)}` : list(Action), list(Resource)];
}

const rightOf = (role: string) => (statement: Statement) => {
  const never = statement.Effect === 'Deny' ? 'never ' : '';
  return [role, never + list(statement.Action), list(statement.Resource), conditionOf(statement)];
};

function principalOf(trust: Statement | undefined): string {
  return Object.values(trust?.Principal ?? {})
    .flat()
    .map((principal) => code(nameOf(principal)))
    .join(', ');
}

function conditionOf(statement: Statement | undefined): string {
  return Object.values(statement?.Condition ?? {})
    .flatMap((rules) => Object.entries(rules))
    .map(([key, value]) => `${code(key)} is ${[value].flat().map(code).join(' or ')}`)
    .join(', ');
}

/** The last part of an ARN, or a name as it is. */
function nameOf(arn: unknown): string {
  return (
    String(arn)
      .split(/[/]|:::/)
      .at(-1) ?? ''
  );
}
