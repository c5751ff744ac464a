import * as eks from '@pulumi/aws/eks/index.js';
import * as secretsmanager from '@pulumi/aws/secretsmanager/index.js';
import * as pulumi from '@pulumi/pulumi';
import { createPodRole } from './pod-role.ts';
import type { Statement } from './policy.ts';

interface KeptSecretsArgs {
  /** What names in the account begin with. */
  prefix: string;
  region: string;
  /** What is kept, each under a name. */
  names: readonly string[];
  /** Key that secrets are encrypted with. */
  keyArn: pulumi.Input<string>;
  /** Days in which a secret that was deleted can be brought back. */
  recoveryDays: number;
  clusterName: pulumi.Input<string>;
  clusterArn: pulumi.Input<string>;
  /** Path of the stack's roles. */
  rolePath: string;
  protect: boolean;
}

/** Namespace and service account that the chart of External Secrets has by default. */
const OPERATOR = 'external-secrets';

/**
 * Secrets in Secrets Manager, which the operator of External Secrets in the cluster may read, and nobody else by this. They
 * are empty at first: their values come with the platform.
 */
export class KeptSecrets extends pulumi.ComponentResource {
  readonly #secrets: ReadonlyMap<string, secretsmanager.Secret>;
  readonly #own = { parent: this };

  constructor(name: string, args: KeptSecretsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:KeptSecrets', name, {}, opts);
    this.#secrets = new Map(args.names.map((one) => [one, this.#createSecret(one, args)]));
    this.#letOperatorRead(args);
    this.registerOutputs({});
  }

  /** Puts values into a secret. Its version is new each time that they change. */
  put(name: string, values: Record<string, pulumi.Input<string>>, opts: pulumi.CustomResourceOptions) {
    const secret = this.#secrets.get(name);
    if (secret === undefined) throw new Error(`nothing is kept under the name ${name}`);
    const secretString = pulumi.secret(pulumi.jsonStringify(values));
    const version = new secretsmanager.SecretVersion(name, { secretId: secret.arn, secretString }, opts);
    return { key: secret.name, version: pulumi.interpolate`uuid/${version.versionId}` };
  }

  #createSecret(name: string, { prefix, keyArn, recoveryDays, protect }: KeptSecretsArgs) {
    const kept = { name: `${prefix}/${name}`, kmsKeyId: keyArn, recoveryWindowInDays: recoveryDays };
    return new secretsmanager.Secret(name, kept, { ...this.#own, protect });
  }

  #letOperatorRead({ clusterArn, clusterName, keyArn, region, rolePath }: KeptSecretsArgs) {
    const arns = pulumi.all([...this.#secrets.values()].map(({ arn }) => arn));
    const role = createPodRole(
      OPERATOR,
      {
        path: rolePath,
        description: 'External Secrets reads what is kept for the cluster',
        clusterArn,
        namespace: OPERATOR,
        serviceAccount: OPERATOR,
        statements: pulumi.all([arns, keyArn]).apply(([secrets, key]) => readingRights(secrets, key, region)),
      },
      this.#own,
    );
    return new eks.PodIdentityAssociation(
      OPERATOR,
      { clusterName, namespace: OPERATOR, serviceAccount: OPERATOR, roleArn: role.arn },
      { ...this.#own, dependsOn: role.rights },
    );
  }
}

function readingRights(secrets: string[], keyArn: string, region: string): Statement[] {
  return [
    { Effect: 'Allow', Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], Resource: secrets },
    {
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: keyArn,
      Condition: {
        StringEquals: {
          'kms:ViaService': `secretsmanager.${region}.amazonaws.com`,
          'kms:EncryptionContext:SecretARN': secrets,
        },
      },
    },
  ];
}
