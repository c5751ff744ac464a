import * as iam from '@pulumi/aws/iam/index.js';
import * as pulumi from '@pulumi/pulumi';
import { policyDocument, type Statement, type StatementOfOthers } from './policy.ts';
import { CI_PATH, ciPath } from './role-paths.ts';

interface BoundaryArgs {
  /** Number of the account. */
  account: string;
  environment: string;
  /** Path of the roles that are held by it. */
  rolePath: string;
}

/**
 * The most that roles of a stack may do, whatever rights they are given. A deploy may give rights to roles with this
 * boundary alone, and cannot change it: so it makes no role that may do more than itself.
 */
export class Boundary extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: BoundaryArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Boundary', name, {}, opts);
    this.arn = this.#createPolicy(name, args).arn;
    this.registerOutputs({ arn: this.arn });
  }

  #createPolicy(name: string, args: BoundaryArgs) {
    return new iam.Policy(
      name,
      {
        name: boundaryName(args.environment),
        path: ciPath(args.environment),
        description: 'The most that roles of the stack may do',
        policy: policyDocument(mostRights(args)),
      },
      { parent: this },
    );
  }
}

/** Puts a boundary on every role that a part makes, so that none is forgotten, but on those of CI. */
export function heldBy(permissionsBoundary: pulumi.Input<string>): pulumi.ResourceTransformation {
  const isOfCi = (path: unknown) => typeof path === 'string' && path.startsWith(CI_PATH);
  return ({ type, props, opts }) =>
    type === 'aws:iam/role:Role' && !isOfCi(props.path)
      ? { props: { ...props, permissionsBoundary }, opts }
      : undefined;
}

/** ARN of the boundary, which is known before it is made. */
export function boundaryArn({ account, environment }: Pick<BoundaryArgs, 'account' | 'environment'>): string {
  return `arn:aws:iam::${account}:policy${ciPath(environment)}${boundaryName(environment)}`;
}

function boundaryName(environment: string): string {
  return `logomorph-${environment}-boundary`;
}

/** Everything but to say who may do what, and but to become someone else; clusters mind the profiles of their nodes. */
function mostRights({ account, rolePath }: BoundaryArgs): (Statement | StatementOfOthers)[] {
  const of = (kind: string) => `arn:aws:iam::${account}:${kind}`;
  return [
    {
      Sid: 'BoundaryOfServices',
      Effect: 'Allow',
      NotAction: ['iam:*', 'organizations:*', 'account:*', 'sts:AssumeRole'],
      Resource: '*',
    },
    {
      Sid: 'BoundaryOfLooking',
      Effect: 'Allow',
      Action: ['iam:Get*', 'iam:List*', 'iam:CreateServiceLinkedRole'],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: [
        'iam:CreateInstanceProfile',
        'iam:DeleteInstanceProfile',
        'iam:TagInstanceProfile',
        'iam:AddRoleToInstanceProfile',
        'iam:RemoveRoleFromInstanceProfile',
      ],
      Resource: of('instance-profile/eks*'),
    },
    { Effect: 'Allow', Action: 'iam:PassRole', Resource: of(`role${rolePath}*`) },
  ];
}
