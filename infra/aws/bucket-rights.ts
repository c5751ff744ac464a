import type { Statement } from './policy.ts';

/** A bucket of S3. */
export interface Bucket {
  arn: string;
  /** Key that its objects are encrypted with. Default: one of S3's own, which takes no rights. */
  keyArn?: string | undefined;
  /** What the keys of all objects begin with that are concerned. Default: nothing. */
  prefix?: string;
}

/** The programs that are let at the bucket, by the names of their service accounts. */
export type Program = 'api' | 'worker' | 'purge';

const READ = ['s3:GetObject'];
const WRITE = ['s3:PutObject'];
/** Versions too: what is erased must be gone. */
const REMOVE = ['s3:DeleteObject', 's3:DeleteObjectVersion'];

/** What a program does with each kind of object; a tenant's keys are TENANT/KIND/…. */
const OBJECT_ACTIONS: Record<Exclude<Program, 'purge'>, Record<string, string[]>> = {
  api: {
    logos: [...READ, ...WRITE, ...REMOVE],
    uploads: [...READ, ...WRITE, ...REMOVE],
    outputs: [...READ, ...REMOVE],
  },
  worker: { logos: READ, outputs: WRITE },
};

/**
 * What a program does with the bucket itself. Without the right to list, S3 says of what is not there that it is
 * forbidden, and a check whether the bucket is there is refused.
 */
const BUCKET_ACTIONS: Record<Program, string[]> = {
  api: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketVersioning'],
  worker: ['s3:ListBucket'],
  purge: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketVersioning'],
};

/** The rights that a program of ours needs at the bucket, and no others. */
export function bucketRights(program: Program, { arn, keyArn, prefix = '' }: Bucket): Statement[] {
  const allow = (actions: string[], keys: string): Statement => ({
    Effect: 'Allow',
    Action: actions,
    Resource: `${arn}/${prefix}${keys}`,
  });
  const objects =
    program === 'purge'
      ? [allow(REMOVE, '*')]
      : Object.entries(OBJECT_ACTIONS[program]).map(([kind, actions]) => allow(actions, `*/${kind}/*`));
  return [
    { Effect: 'Allow', Action: BUCKET_ACTIONS[program], Resource: arn },
    ...objects,
    ...(keyArn === undefined ? [] : [keyRights(keyArn)]),
  ];
}

/** To be used by S3 in the program's name, and for nothing else. */
function keyRights(keyArn: string): Statement {
  return {
    Effect: 'Allow',
    Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    Resource: keyArn,
    Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
  };
}
