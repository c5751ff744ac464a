import type * as pulumi from '@pulumi/pulumi';
import { TARGETS } from './aws/setting-keys.ts';
import { type AwsStoreSettings, readAwsStores } from './aws/store-settings.ts';
import { readOwnDatabaseCa } from './database-ca.ts';
import { DATA_STORES } from './setting-keys.ts';
import type { SettingReader } from './setting-reader.ts';

/** A data store in the cluster. */
interface StoreSettings {
  image: string;
  storage: string;
  password: pulumi.Output<string>;
}

/** Data stores that are there. */
export interface ExternalStoreSettings {
  kind: 'external';
  databaseUrl: pulumi.Output<string>;
  /** Certificates of those who sign that of Postgres, for URLs that name them. */
  databaseCa: string | undefined;
  redisUrl: pulumi.Output<string>;
  bucket: string;
}

/** Parts of the data stores of another stack. */
export interface SharedStoreSettings {
  kind: 'shared';
  /** Name of that stack. */
  hostStack: string;
  /** The last day on which they are used. */
  expires: string;
  /** Certificates of those who sign that of Postgres. */
  databaseCa: string | undefined;
  /** Where that stack is in AWS; undefined where it is not. */
  aws: { account: string; region: string } | undefined;
}

/** Where the data is. */
export type DataStoreSettings =
  | { kind: 'in-cluster'; postgres: StoreSettings; redis: StoreSettings; objectStore: StoreSettings }
  | ExternalStoreSettings
  | SharedStoreSettings
  | AwsStoreSettings;

/** Reads where the data is, or is to be made. */
export function readDataStores(read: SettingReader, region: string): DataStoreSettings {
  const kind = read.choice('dataStores', DATA_STORES);
  if (kind === 'aws') return readAwsStores(read, region);
  if (kind === 'shared') {
    return {
      kind: 'shared',
      hostStack: read.requiredText('hostStack', 'dataStores is "shared"'),
      expires: read.requiredText('expires', 'what shares data stores must come to an end'),
      databaseCa: readOwnDatabaseCa(read),
      aws:
        read.choice('target', TARGETS) === 'aws'
          ? { account: read.requiredText('awsAccount', 'target is "aws"'), region }
          : undefined,
    };
  }
  if (kind === 'external') {
    const reason = 'dataStores is "external"';
    return {
      kind: 'external',
      databaseUrl: read.requiredSecret('databaseUrl', reason),
      databaseCa: readOwnDatabaseCa(read),
      redisUrl: read.requiredSecret('redisUrl', reason),
      bucket: read.requiredText('s3Bucket', reason),
    };
  }
  const store = (
    program: 'postgres' | 'redis' | 'objectStore',
    password: 'postgresPassword' | 'redisPassword' | 'objectStoreSecretKey',
  ): StoreSettings => ({
    image: read.text(`${program}Image`),
    storage: read.text(`${program}Storage`),
    password: read.requiredSecret(password, 'dataStores is "in-cluster"'),
  });
  return {
    kind: 'in-cluster',
    postgres: store('postgres', 'postgresPassword'),
    redis: store('redis', 'redisPassword'),
    objectStore: store('objectStore', 'objectStoreSecretKey'),
  };
}
