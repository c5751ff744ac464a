import type { Statement } from './policy.ts';

/** Where Pulumi's state is. */
export interface StatePlace {
  /** Bucket with the state; empty where it is elsewhere. */
  stateBucket: string;
  /** ARN of the key that secrets of the state are encrypted with; empty where it is a passphrase. */
  stateKey: string;
}

/** Looks at how all is set up, and at no data. */
export const PREVIEW_POLICIES = ['SecurityAudit', 'job-function/ViewOnlyAccess'];

/** May make anything but users and roles. */
export const DEPLOY_POLICIES = ['PowerUserAccess'];

/** What a preview may do beside looking: read the state, under a lock, which is a file beside it. */
export function previewRights({ stateBucket, stateKey }: StatePlace): Statement[] {
  const bucket = `arn:aws:s3:::${stateBucket}`;
  const state: Statement[] = [
    { Effect: 'Allow', Action: 's3:ListBucket', Resource: bucket },
    { Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucket}/*` },
    { Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: `${bucket}/.pulumi/locks/*` },
  ];
  const key: Statement = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: stateKey };
  return [...(stateBucket === '' ? [] : state), ...(stateKey === '' ? [] : [key])];
}

/** Where a deploy works. */
interface DeployPlace {
  /** Number of the account. */
  account: string;
  /** Path of the stack's roles. */
  rolePath: string;
  /** Path of CI's own roles. */
  ciPath: string;
  /** ARN of the boundary that all roles under the stack's path have. */
  boundaryArn: string;
  /** ARN of who signs the workflows' tokens. */
  issuerArn: string;
}

/**
 * What a deploy may do beside making anything: see to the roles under the stack's path, which it gives rights within their
 * boundary alone, and look at CI's own.
 */
export function deployRights({ account, rolePath, ciPath, boundaryArn, issuerArn }: DeployPlace): Statement[] {
  const under = (path: string) => `arn:aws:iam::${account}:role${path}*`;
  return [
    { Effect: 'Allow', Action: ROLE_ACTIONS, Resource: under(rolePath) },
    {
      Effect: 'Allow',
      Action: GIVING_ACTIONS,
      Resource: under(rolePath),
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundaryArn } },
    },
    // A role that trusts the whole account, as administrators have, would else be its own too.
    { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' },
    {
      Effect: 'Allow',
      Action: ['iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:ListPolicyVersions'],
      Resource: boundaryArn,
    },
    {
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListRolePolicies', 'iam:ListAttachedRolePolicies'],
      Resource: [under(rolePath), under(ciPath)],
    },
    { Effect: 'Allow', Action: 'iam:GetOpenIDConnectProvider', Resource: issuerArn },
  ];
}

const ROLE_ACTIONS = [
  'iam:DeleteRole',
  'iam:UpdateRole',
  'iam:UpdateRoleDescription',
  'iam:UpdateAssumeRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:ListInstanceProfilesForRole',
  'iam:PassRole',
];
/** Those by which a role gets rights, which IAM takes by the role's boundary. */
const GIVING_ACTIONS = [
  'iam:CreateRole',
  'iam:PutRolePermissionsBoundary',
  'iam:AttachRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePolicy',
  'iam:DeleteRolePolicy',
];
