import * as cloudwatch from '@pulumi/aws/cloudwatch/index.js';
import type * as pulumi from '@pulumi/pulumi';

/** How logs are kept. */
export interface LogKeeping {
  /** Key that they are encrypted with. */
  keyArn: pulumi.Input<string>;
  retentionDays: number;
}

/**
 * Makes a log group under the name that a service writes to, before it does: it would make one of its own, which keeps
 * logs for ever and has none of our keys.
 */
export function createLogGroup(
  name: string,
  group: string,
  { keyArn: kmsKeyId, retentionDays: retentionInDays }: LogKeeping,
  opts: pulumi.CustomResourceOptions,
): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(name, { name: group, kmsKeyId, retentionInDays }, opts);
}
