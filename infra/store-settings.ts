import type * as pulumi from '@pulumi/pulumi';
import { type AwsStoreSettings, readAwsStores } from './aws/store-settings.ts';
import { readOwnDatabaseCa } from './database-ca.ts';
import { DATA_STORES } from './setting-keys.ts';
import type { SettingReader } from './setting-reader.ts';

/** A data store in the cluster. */
export interface StoreSettings {
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

/** Where the data is. */
export type DataStoreSettings =
  | { kind: 'in-cluster'; postgres: StoreSettings; redis: StoreSettings; objectStore: StoreSettings }
  | ExternalStoreSettings
  | AwsStoreSettings;

/** Reads where the data is, or is to be made. */
export function readDataStores(read: SettingReader, region: string): DataStoreSettings {
  const kind = read.choice('dataStores', DATA_STORES);
  if (kind === 'aws') return readAwsStores(read, region);
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
