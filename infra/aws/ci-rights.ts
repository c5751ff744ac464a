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

/** What a deploy may do beside making anything: see to the roles under the stack's path. CI's own are elsewhere. */
export function deployRights(account: string, rolePath: string): Statement[] {
  const roles = `arn:aws:iam::${account}:role`;
  return [
    { Effect: 'Allow', Action: ROLE_ACTIONS, Resource: `${roles}${rolePath}*` },
    {
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListRolePolicies', 'iam:ListAttachedRolePolicies'],
      Resource: `${roles}/*`,
    },
    {
      Effect: 'Allow',
      Action: 'iam:GetOpenIDConnectProvider',
      Resource: `arn:aws:iam::${account}:oidc-provider/*`,
    },
  ];
}

const ROLE_ACTIONS = [
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:UpdateRole',
  'iam:UpdateAssumeRolePolicy',
  'iam:TagRole',
  'iam:UntagRole',
  'iam:AttachRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePolicy',
  'iam:DeleteRolePolicy',
  'iam:ListInstanceProfilesForRole',
  'iam:PassRole',
];
