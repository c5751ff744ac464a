import * as s3 from '@pulumi/aws/s3/index.js';
import * as pulumi from '@pulumi/pulumi';
import { policyDocument } from './policy.ts';

export interface StorageArgs {
  /** Name of the bucket, which is the only one of that name in the world. */
  bucketName: string;
  /** Key that objects are encrypted with. */
  keyArn: pulumi.Input<string>;
  /** Days that what was deleted or written over can still be brought back. */
  versionDays: number;
  /** Origins of pages that may upload to the bucket itself. Default: none. */
  corsOrigins?: string[];
  /** Whether it must not be deleted, by the engine or by what is left in it. */
  protect: boolean;
}

/** The bucket of logos, uploads and outputs: closed to the public, encrypted, and with what was deleted for some days. */
export class Storage extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** What must be so before anything is put into it. */
  readonly ready: pulumi.Resource[];

  readonly #name: string;
  readonly #own: pulumi.CustomResourceOptions;

  constructor(name: string, args: StorageArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Storage', name, {}, opts);
    this.#name = name;
    this.#own = { parent: this };
    const bucket = this.#createBucket(args);
    const block = this.#blockPublicAccess(bucket);
    this.#enforceOwnership(bucket);
    const encryption = this.#encrypt(args, bucket);
    const versioning = this.#keepVersions(bucket);
    this.#createLifecycle(args, bucket, versioning);
    const policy = this.#requireTls(args, bucket, block);
    this.#allowUploadsFromPages(args, bucket);
    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    this.ready = [block, encryption, policy];
    this.registerOutputs({ bucketName: this.bucketName });
  }

  #createBucket({ bucketName: bucket, protect }: StorageArgs) {
    return new s3.Bucket(this.#name, { bucket, forceDestroy: false }, { ...this.#own, protect });
  }

  #blockPublicAccess({ bucket }: s3.Bucket) {
    return new s3.BucketPublicAccessBlock(
      this.#name,
      { bucket, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
      this.#own,
    );
  }

  /** Access lists have no effect: the bucket's owner has every object. */
  #enforceOwnership({ bucket }: s3.Bucket) {
    const rule = { objectOwnership: 'BucketOwnerEnforced' };
    return new s3.BucketOwnershipControls(this.#name, { bucket, rule }, this.#own);
  }

  /** By a key of the bucket's own for all objects of a while, since each use of the key is paid. */
  #encrypt({ keyArn }: StorageArgs, { bucket }: s3.Bucket) {
    const byDefault = { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyArn };
    const rules = [{ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: true }];
    return new s3.BucketServerSideEncryptionConfiguration(this.#name, { bucket, rules }, this.#own);
  }

  #keepVersions({ bucket }: s3.Bucket) {
    return new s3.BucketVersioning(this.#name, { bucket, versioningConfiguration: { status: 'Enabled' } }, this.#own);
  }

  /**
   * For all keys alike: a key begins with its tenant, so no prefix is common to uploads or outputs. The programs
   * themselves delete what is too old; here goes what no program sees.
   */
  #createLifecycle({ versionDays }: StorageArgs, { bucket }: s3.Bucket, versioning: s3.BucketVersioning) {
    const everything = { filter: { prefix: '' }, status: 'Enabled' };
    const rules = [
      { ...everything, id: 'old-versions', noncurrentVersionExpiration: { noncurrentDays: versionDays } },
      { ...everything, id: 'delete-markers', expiration: { expiredObjectDeleteMarker: true } },
      { ...everything, id: 'unfinished-uploads', abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } },
    ];
    return new s3.BucketLifecycleConfiguration(
      this.#name,
      { bucket, rules },
      { ...this.#own, dependsOn: [versioning] },
    );
  }

  #requireTls({ bucketName }: StorageArgs, { bucket }: s3.Bucket, block: s3.BucketPublicAccessBlock) {
    const arn = `arn:aws:s3:::${bucketName}`;
    const policy = policyDocument([
      {
        Sid: 'RefusePlainHttp',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: 's3:*',
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
    // S3 refuses two changes of a bucket's access at once.
    return new s3.BucketPolicy(this.#name, { bucket, policy }, { ...this.#own, dependsOn: [block] });
  }

  #allowUploadsFromPages({ corsOrigins = [] }: StorageArgs, { bucket }: s3.Bucket) {
    if (corsOrigins.length === 0) return undefined;
    const rule = {
      allowedOrigins: corsOrigins,
      allowedMethods: ['PUT'],
      allowedHeaders: ['content-type', 'x-amz-checksum-sha256'],
      exposeHeaders: ['etag'],
      maxAgeSeconds: 3600,
    };
    return new s3.BucketCorsConfiguration(this.#name, { bucket, corsRules: [rule] }, this.#own);
  }
}
