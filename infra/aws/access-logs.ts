import * as s3 from '@pulumi/aws/s3/index.js';
import * as pulumi from '@pulumi/pulumi';
import { createPrivateBucket } from './private-bucket.ts';

interface AccessLogsArgs {
  bucketName: string;
  /** Number of the account. */
  account: string;
  region: string;
  retentionDays: number;
  protect: boolean;
}

/** A bucket for what load balancers of the account write of each request. */
export class AccessLogs extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  /** What must be so before a load balancer can write. */
  readonly ready: pulumi.Resource[];

  constructor(name: string, args: AccessLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:AccessLogs', name, {}, opts);
    const { bucketName, account, region, protect } = args;
    const balancers = `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/*`;
    // Without a key of ours: load balancers write to no bucket that has one.
    const { bucket, ready } = createPrivateBucket(
      name,
      {
        bucketName,
        protect,
        statements: [
          {
            Sid: 'LoadBalancersWrite',
            Effect: 'Allow',
            Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
            Action: 's3:PutObject',
            Resource: `arn:aws:s3:::${bucketName}/AWSLogs/${account}/*`,
            Condition: { ArnLike: { 'aws:SourceArn': balancers } },
          },
        ],
      },
      { parent: this },
    );
    this.#createLifecycle(name, args, bucket);
    this.bucketName = bucket.bucket;
    this.ready = ready;
    this.registerOutputs({ bucketName: this.bucketName });
  }

  #createLifecycle(name: string, { retentionDays }: AccessLogsArgs, made: s3.Bucket) {
    const everything = { filter: { prefix: '' }, status: 'Enabled' };
    const rules = [
      { ...everything, id: 'old-logs', expiration: { days: retentionDays } },
      { ...everything, id: 'unfinished-uploads', abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } },
    ];
    const opts = { parent: this, deletedWith: made };
    return new s3.BucketLifecycleConfiguration(name, { bucket: made.bucket, rules }, opts);
  }
}
