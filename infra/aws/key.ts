import * as kms from '@pulumi/aws/kms/index.js';
import * as pulumi from '@pulumi/pulumi';
import { policyDocument, type Statement } from './policy.ts';

interface EncryptionKeyArgs {
  /** Number of the account. */
  account: string;
  region: string;
  /** What it encrypts. */
  description: string;
  /** Whether CloudWatch may use it for log groups of the account. Default: no. */
  forLogs?: boolean;
  /** Whether alarms of CloudWatch may use it for the topic that they tell. Default: no. */
  forAlarms?: boolean;
  /** Whether the engine refuses to delete it: without it, what it encrypted is lost. */
  protect: boolean;
}

/** A key that AWS renews each year. Who may use it is said by the rights of roles. */
export class EncryptionKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:EncryptionKey', name, {}, opts);
    const key = this.#createKey(name, args);
    this.#createAlias(name, key);
    this.arn = key.arn;
    this.registerOutputs({ arn: this.arn });
  }

  #createKey(name: string, args: EncryptionKeyArgs) {
    const { description, protect } = args;
    const policy = policyDocument(keyPolicy(args));
    return new kms.Key(
      name,
      { description, policy, enableKeyRotation: true, deletionWindowInDays: 30 },
      { parent: this, protect, retainOnDelete: protect },
    );
  }

  #createAlias(name: string, key: kms.Key) {
    return new kms.Alias(name, { namePrefix: `alias/logomorph-${name}-`, targetKeyId: key.keyId }, { parent: this });
  }
}

/** In a key's policy `*` is the key itself. Without the account's own right nobody could ever change it again. */
function keyPolicy({ account, region, forLogs = false, forAlarms = false }: EncryptionKeyArgs): Statement[] {
  const own: Statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const logs: Statement = {
    Effect: 'Allow',
    Principal: { Service: `logs.${region}.amazonaws.com` },
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    Resource: '*',
    Condition: {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:*` },
    },
  };
  const alarms: Statement = {
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
  };
  return [own, ...(forLogs ? [logs] : []), ...(forAlarms ? [alarms] : [])];
}
