import * as rds from '@pulumi/aws/rds/index.js';
import * as pulumi from '@pulumi/pulumi';
import { DATABASE_CA_PATH } from '../kubernetes/database-ca.ts';
import { createLogGroup, type LogKeeping } from './logs.ts';
import { createStoreGroup, type StoreNetwork } from './store-network.ts';
import type { DatabaseSettings } from './store-settings.ts';

interface DatabaseArgs extends DatabaseSettings {
  network: StoreNetwork;
  /** Name of the instance in the account. */
  identifier: string;
  /** Key that the volume, its backups and what Performance Insights keeps are encrypted with. */
  keyArn: pulumi.Input<string>;
  logs: LogKeeping;
  /** Whether the engine and AWS refuse to delete it. */
  protect: boolean;
}

const PORT = 5432;
const VERSION = '17';
/** User and database; only their password is a secret. */
const LOGS = ['postgresql', 'upgrade'];
const NAME = 'logomorph';
const TLS = `?sslmode=verify-full&sslrootcert=${DATABASE_CA_PATH}`;

/** Postgres of RDS: reached by the pods alone and over TLS alone, encrypted, and with backups. */
export class Database extends pulumi.ComponentResource {
  /** Where it is and as whom, password included. */
  readonly url: pulumi.Output<string>;
  readonly identifier: pulumi.Output<string>;

  readonly #name: string;
  readonly #own: pulumi.CustomResourceOptions;

  constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Database', name, {}, opts);
    this.#name = name;
    this.#own = { parent: this };
    const group = createStoreGroup(name, args.network, PORT, this.#own);
    const subnets = this.#createSubnetGroup(args);
    const parameters = this.#createParameters();
    const logs = this.#createLogGroups(args);
    const instance = this.#createInstance(args, { logs, subnets, parameters, groupId: group.id });
    this.url = pulumi.secret(urlOf(instance, args.password));
    this.identifier = instance.identifier;
    this.registerOutputs({ identifier: this.identifier });
  }

  #createSubnetGroup({ network }: DatabaseArgs) {
    return new rds.SubnetGroup(this.#name, { subnetIds: network.subnetIds }, this.#own);
  }

  #createParameters() {
    const parameters = [
      { name: 'rds.force_ssl', value: '1' },
      // A program that died in a transaction would hold its locks for good.
      { name: 'idle_in_transaction_session_timeout', value: '60000' },
      { name: 'log_min_duration_statement', value: '1000' },
    ];
    return new rds.ParameterGroup(this.#name, { family: `postgres${VERSION}`, parameters }, this.#own);
  }

  #createLogGroups({ identifier, logs }: DatabaseArgs) {
    return LOGS.map((log) =>
      createLogGroup(`database-${log}`, `/aws/rds/instance/${identifier}/${log}`, logs, this.#own),
    );
  }

  #createInstance(args: DatabaseArgs, parts: Parts) {
    const { identifier, instanceClass, storageGib, multiAz, backupDays, password, keyArn, protect } = args;
    return new rds.Instance(
      this.#name,
      {
        identifier,
        engine: 'postgres',
        engineVersion: VERSION,
        autoMinorVersionUpgrade: true,
        instanceClass,
        multiAz,
        dbName: NAME,
        username: NAME,
        password,
        port: PORT,
        publiclyAccessible: false,
        dbSubnetGroupName: parts.subnets.name,
        vpcSecurityGroupIds: [parts.groupId],
        parameterGroupName: parts.parameters.name,
        storageType: 'gp3',
        allocatedStorage: storageGib,
        // It grows by itself, and a runaway is noticed before it costs more than this.
        maxAllocatedStorage: storageGib * 4,
        storageEncrypted: true,
        kmsKeyId: keyArn,
        backupRetentionPeriod: backupDays,
        backupWindow: '02:00-03:00',
        maintenanceWindow: 'sun:03:30-sun:04:30',
        copyTagsToSnapshot: true,
        deleteAutomatedBackups: !protect,
        deletionProtection: protect,
        skipFinalSnapshot: !protect,
        ...(protect && { finalSnapshotIdentifier: `${identifier}-final` }),
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: keyArn,
        enabledCloudwatchLogsExports: LOGS,
      },
      // RDS makes its storage larger by itself, and its version newer.
      { ...this.#own, protect, retainOnDelete: protect, ignoreChanges: ['allocatedStorage'], dependsOn: parts.logs },
    );
  }
}

interface Parts {
  logs: pulumi.Resource[];
  subnets: rds.SubnetGroup;
  parameters: rds.ParameterGroup;
  groupId: pulumi.Output<string>;
}

/** Connected to if it is the host of that name, and an authority of those that were given says so. */
function urlOf({ address }: rds.Instance, password: pulumi.Output<string>) {
  return pulumi
    .all([address, password])
    .apply(([host, word]) => `postgres://${NAME}:${encodeURIComponent(word)}@${host}:${PORT}/${NAME}${TLS}`);
}
