import * as s3 from '@pulumi/aws/s3/index.js';
import type * as pulumi from '@pulumi/pulumi';
import { policyDocument, type Statement } from './policy.ts';

interface PrivateBucketArgs {
  /** Name of the bucket, which is the only one of that name in the world. */
  bucketName: string;
  /** Key that objects are encrypted with. Default: one of S3's own, for what writes with no other. */
  keyArn?: pulumi.Input<string>;
  /** Who may do what in it, beside who has rights of their own. Default: nobody. */
  statements?: readonly Statement[];
  /** Whether the engine refuses to delete it. */
  protect: boolean;
}

/** A bucket that the public never sees, and what must be so before anything is put into it. */
interface PrivateBucket {
  bucket: s3.Bucket;
  ready: pulumi.Resource[];
}

/** Makes a bucket that is closed to the public and to access lists, encrypted, and refuses requests without TLS. */
export function createPrivateBucket(
  name: string,
  { bucketName, keyArn, statements = [], protect }: PrivateBucketArgs,
  opts: pulumi.CustomResourceOptions,
): PrivateBucket {
  const made = new s3.Bucket(
    name,
    { bucket: bucketName, forceDestroy: false },
    { ...opts, protect, retainOnDelete: protect },
  );
  const { bucket } = made;
  // What is said of it goes with it, and one that is kept is never left open.
  const about = { ...opts, deletedWith: made };
  const block = new s3.BucketPublicAccessBlock(
    name,
    { bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    about,
  );
  // Access lists have no effect: the bucket's owner has every object.
  new s3.BucketOwnershipControls(name, { bucket, rule: { objectOwnership: 'BucketOwnerEnforced' } }, about);
  const encryption = new s3.BucketServerSideEncryptionConfiguration(
    name,
    { bucket, rules: [encryptedBy(keyArn)] },
    about,
  );
  const policy = policyDocument([requireTls(bucketName), ...statements]);
  // S3 refuses two changes of a bucket's access at once.
  const access = new s3.BucketPolicy(name, { bucket, policy }, { ...about, dependsOn: [block] });
  return { bucket: made, ready: [block, encryption, access] };
}

/** By a key of the bucket's own for all objects of a while, since each use of a key of KMS is paid. */
function encryptedBy(keyArn: pulumi.Input<string> | undefined) {
  if (keyArn === undefined) return { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } };
  const applyServerSideEncryptionByDefault = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn };
  return { applyServerSideEncryptionByDefault, bucketKeyEnabled: true };
}

function requireTls(bucketName: string): Statement {
  const arn = `arn:aws:s3:::${bucketName}`;
  return {
    Sid: 'RefusePlainHttp',
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
