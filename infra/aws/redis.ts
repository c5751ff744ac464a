import type * as cloudwatch from '@pulumi/aws/cloudwatch/index.js';
import * as elasticache from '@pulumi/aws/elasticache/index.js';
import * as pulumi from '@pulumi/pulumi';
import { createLogGroup, type LogKeeping } from './logs.ts';
import { createStoreGroup, type StoreNetwork } from './store-network.ts';
import type { QueueSettings } from './store-settings.ts';

interface RedisArgs extends QueueSettings {
  network: StoreNetwork;
  /** Name of the replication group in the account. */
  identifier: string;
  /** Key that its disks and snapshots are encrypted with. */
  keyArn: pulumi.Input<string>;
  logs: LogKeeping;
  /** Whether the engine refuses to delete it, and it leaves a snapshot when it goes. */
  protect: boolean;
}

const PORT = 6379;

/**
 * Redis of ElastiCache, set up for BullMQ: it evicts nothing, and is no cluster of shards, in which the keys of one
 * queue would be in several places.
 */
export class ManagedRedis extends pulumi.ComponentResource {
  /** Where it is, password included. */
  readonly url: pulumi.Output<string>;
  readonly identifier: pulumi.Output<string>;

  readonly #name: string;
  readonly #own: pulumi.CustomResourceOptions;

  constructor(name: string, args: RedisArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Redis', name, {}, opts);
    this.#name = name;
    this.#own = { parent: this };
    const group = createStoreGroup(name, args.network, PORT, this.#own);
    const subnets = new elasticache.SubnetGroup(name, { subnetIds: args.network.subnetIds }, this.#own);
    const parameters = this.#createParameters();
    const logs = createLogGroup(name, `/aws/elasticache/${args.identifier}`, args.logs, this.#own);
    const replicas = this.#createReplicationGroup(args, { logs, subnets, parameters, groupId: group.id });
    this.url = pulumi.secret(pulumi.interpolate`rediss://:${args.password}@${replicas.primaryEndpointAddress}:${PORT}`);
    this.identifier = replicas.replicationGroupId;
    this.registerOutputs({ identifier: this.identifier });
  }

  #createParameters() {
    const parameters = [{ name: 'maxmemory-policy', value: 'noeviction' }];
    return new elasticache.ParameterGroup(this.#name, { family: 'redis7', parameters }, this.#own);
  }

  #createReplicationGroup(args: RedisArgs, { subnets, parameters, groupId, logs }: Parts) {
    const { identifier, nodeType, replicas, snapshotDays, password, keyArn, protect } = args;
    return new elasticache.ReplicationGroup(
      this.#name,
      {
        replicationGroupId: identifier,
        description: 'The queue of renders',
        engine: 'redis',
        engineVersion: '7.1',
        clusterMode: 'disabled',
        nodeType,
        numCacheClusters: 1 + replicas,
        automaticFailoverEnabled: replicas > 0,
        multiAzEnabled: replicas > 0,
        port: PORT,
        subnetGroupName: subnets.name,
        securityGroupIds: [groupId],
        parameterGroupName: parameters.name,
        transitEncryptionEnabled: true,
        transitEncryptionMode: 'required',
        authToken: password,
        authTokenUpdateStrategy: 'ROTATE',
        atRestEncryptionEnabled: true,
        kmsKeyId: keyArn,
        snapshotRetentionLimit: snapshotDays,
        snapshotWindow: '02:00-03:00',
        maintenanceWindow: 'sun:03:30-sun:04:30',
        logDeliveryConfigurations: ['slow-log', 'engine-log'].map((logType) => ({
          logType,
          logFormat: 'json',
          destinationType: 'cloudwatch-logs',
          destination: logs.name,
        })),
        ...(protect && { finalSnapshotIdentifier: `${identifier}-final` }),
      },
      { ...this.#own, protect, retainOnDelete: protect },
    );
  }
}

interface Parts {
  logs: cloudwatch.LogGroup;
  subnets: elasticache.SubnetGroup;
  parameters: elasticache.ParameterGroup;
  groupId: pulumi.Output<string>;
}
