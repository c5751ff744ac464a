import type { Environment } from '@logomorph/contract/environment.ts';
import type * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';
import { createConfigMap } from './config-map.ts';
import { createDatabaseCa, type ProgramFiles } from './database-ca.ts';
import { createSecret, type SecretKeeper } from './secret.ts';

/** Variables that hold a secret; the last two are read by the AWS SDK, not by our programs. */
type SecretVariable =
  | 'DATABASE_URL'
  | 'REDIS_URL'
  | 'SECRETS_KEY'
  | 'ADMIN_TOKEN'
  | 'CLERK_WEBHOOK_SECRET'
  | 'AWS_ACCESS_KEY_ID'
  | 'AWS_SECRET_ACCESS_KEY';

/** Variables for the config map: a name that the programs do not read, or one of a secret, does not compile. */
export type ConfigVariables = Partial<Record<Exclude<keyof Environment, SecretVariable>, pulumi.Input<string>>>;

/** Variables for the secret. */
export type SecretVariables = Partial<Record<SecretVariable, pulumi.Input<string>>>;

interface AppConfigArgs {
  namespace: pulumi.Input<string>;
  /** Value of the instance label. */
  instance: string;
  /** What the programs read and all may see. */
  variables: ConfigVariables;
  /** What the programs read and nobody else may see. */
  secrets: SecretVariables;
  /** Where the secrets are kept outside of the cluster, if they are. */
  keeper: SecretKeeper | undefined;
  /** Certificates of those who sign the database's. Undefined: the URL names none. */
  databaseCa: string | undefined;
}

/**
 * The programs' environment, as a config map and a secret. Both are immutable and named by the engine: a
 * change makes a new one under a new name, so that pods roll out, and a rollback finds the old one.
 */
export class AppConfig extends pulumi.ComponentResource {
  /** The variables, for `envFrom` of a container. */
  readonly envFrom: k8s.types.input.core.v1.EnvFromSource[];
  /** What its variables name. */
  readonly files: ProgramFiles;

  constructor(name: string, args: AppConfigArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:AppConfig', name, {}, opts);
    const metadata = {
      namespace: args.namespace,
      labels: recommendedLabels({ name: 'logomorph', component: 'config', instance: args.instance }),
    };
    const { variables, secrets: values, keeper } = args;
    const configMap = createConfigMap(name, metadata, variables, this);
    const secret = createSecret(name, { metadata, values, keeper }, this);
    this.envFrom = [{ configMapRef: { name: configMap } }, { secretRef: { name: secret } }];
    this.files = createDatabaseCa(args.databaseCa, metadata, this);
    this.registerOutputs({ configMap, secret });
  }
}
