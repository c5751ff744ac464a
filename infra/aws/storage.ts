import * as s3 from '@pulumi/aws/s3/index.js';
import * as pulumi from '@pulumi/pulumi';
import { createPrivateBucket } from './private-bucket.ts';

interface StorageArgs {
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
    const { bucket, ready } = createPrivateBucket(name, args, this.#own);
    this.#own.deletedWith = bucket;
    const versioning = this.#keepVersions(bucket);
    this.#createLifecycle(args, bucket, versioning);
    this.#allowUploadsFromPages(args, bucket);
    this.bucketName = bucket.bucket;
    this.arn = bucket.arn;
    this.ready = ready;
    this.registerOutputs({ bucketName: this.bucketName });
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
