import * as iam from '@pulumi/aws/iam/index.js';
import * as pulumi from '@pulumi/pulumi';
import { policyDocument, type Statement } from './policy.ts';

export interface RoleArgs {
  /** Where a stack's roles are: those under it are all that its deploys may alter. */
  path: pulumi.Input<string>;
  description: string;
  /** Who may take the role on, and how. */
  trust: pulumi.Input<Statement[]>;
  /** ARNs of AWS's own policies. Default: none. */
  managed?: string[];
  /** What it may do beside that. Default: nothing. */
  statements?: pulumi.Input<Statement[]>;
}

/** Trust in a service of AWS. */
export function trustService(service: string, actions: string[] = ['sts:AssumeRole']): Statement[] {
  return [{ Effect: 'Allow', Principal: { Service: service }, Action: actions }];
}

/** ARNs of policies that AWS keeps, by their names. */
export function managedPolicies(names: readonly string[]): string[] {
  return names.map((name) => `arn:aws:iam::aws:policy/${name}`);
}

/**
 * A role with the rights it is given. Whatever uses the role depends on its rights too, when that depends on the
 * resources that `rights` has.
 */
export function createRole(name: string, args: RoleArgs, opts: pulumi.CustomResourceOptions) {
  const { path, description, trust, managed = [], statements } = args;
  const assumeRolePolicy = pulumi.output(trust).apply(policyDocument);
  const role = new iam.Role(name, { path, description, assumeRolePolicy }, opts);
  const rights: pulumi.Resource[] = managed.map(
    (policyArn) =>
      new iam.RolePolicyAttachment(`${name}-${policyArn.split('/').at(-1)}`, { role: role.name, policyArn }, opts),
  );
  if (statements !== undefined) {
    const policy = pulumi.output(statements).apply(policyDocument);
    rights.push(new iam.RolePolicy(name, { role: role.name, policy }, opts));
  }
  return { arn: role.arn, name: role.name, rights };
}
