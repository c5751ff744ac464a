import * as pulumi from '@pulumi/pulumi';
import type { DataStores } from '../data-stores.ts';
import { STORE_PORTS } from '../kubernetes/store-ports.ts';
import { itemsOf } from '../setting-forms.ts';
import { databaseAlarms, queueAlarms } from './alarm-table.ts';
import { Alarms } from './alarms.ts';
import { Database } from './database.ts';
import { EncryptionKey } from './key.ts';
import type { LogKeeping } from './logs.ts';
import { ManagedRedis } from './redis.ts';
import { Storage } from './storage.ts';
import type { StoreNetwork } from './store-network.ts';
import type { AwsStoreSettings } from './store-settings.ts';

interface AwsStoresArgs {
  account: string;
  region: string;
  stores: AwsStoreSettings;
  network: StoreNetwork;
  /** Begins the names of what is made, which no other stack of the account has. */
  prefix: string;
  /** Origins of pages that may upload to the bucket, after commas; `*` for all. */
  corsOrigins: string;
  protect: boolean;
  /** How their logs are kept. */
  logs: LogKeeping;
  /** ARN of the topic that is told of alarms. */
  noticesArn: pulumi.Input<string>;
}

/** The data stores of a stack in AWS, all encrypted with one key of its own. */
export class AwsStores extends pulumi.ComponentResource {
  /** Where the data is, as the programs are told. */
  readonly stores: DataStores;

  constructor(name: string, args: AwsStoresArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Stores', name, {}, opts);
    const { account, region, protect, corsOrigins, network, prefix, logs } = args;
    const { bucket, versionDays, database, queue } = args.stores;
    const own = { parent: this };
    const key = new EncryptionKey('data', { account, region, description: 'Data of LogoMorph', protect }, own);
    const kept = { keyArn: key.arn, protect };
    const origins = itemsOf(corsOrigins);
    const storage = new Storage('objects', { bucketName: bucket, versionDays, corsOrigins: origins, ...kept }, own);
    const postgres = new Database('database', { ...database, network, identifier: prefix, logs, ...kept }, own);
    const redis = new ManagedRedis('queue', { ...queue, network, identifier: prefix, logs, ...kept }, own);
    this.stores = {
      variables: { S3_BUCKET: storage.bucketName, AWS_REGION: region },
      secrets: { DATABASE_URL: postgres.url, REDIS_URL: redis.url },
      databaseCa: database.ca,
      ports: { database: STORE_PORTS.postgres, cache: STORE_PORTS.redis },
      bucket: pulumi.all([storage.arn, key.arn]).apply(([arn, keyArn]) => ({ arn, keyArn })),
      ready: [...storage.ready, postgres, redis],
    };
    this.#createAlarms(args, postgres);
    this.registerOutputs();
  }

  #createAlarms({ stores, prefix, noticesArn }: AwsStoresArgs, { identifier }: Database) {
    const alarms = [...databaseAlarms(identifier, stores.database), ...queueAlarms(prefix, stores.queue)];
    return new Alarms('store-alarms', { prefix, topicArn: noticesArn, alarms }, { parent: this });
  }
}
