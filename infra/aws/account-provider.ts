import * as aws from '@pulumi/aws/provider.js';
import * as pulumi from '@pulumi/pulumi';

/** Where a stack makes things in AWS. */
interface AccountPlace {
  /** Number of the account. */
  account: string;
  region: string;
  environment: string;
}

/** The tags of all that a stack makes. */
export function stackTags({ environment }: Pick<AccountPlace, 'environment'>): Record<string, string> {
  return { project: 'logomorph', environment, stack: pulumi.getStack(), 'managed-by': 'pulumi' };
}

/**
 * Makes things in one account, all with the tags of the stack. It works in that account alone, so that a wrong profile cannot
 * make prod a second time in another.
 */
export function accountProvider({ account, region, environment }: AccountPlace, opts: pulumi.ResourceOptions) {
  const tags = stackTags({ environment });
  return new aws.Provider('aws', { region, allowedAccountIds: [account], defaultTags: { tags } }, opts);
}
