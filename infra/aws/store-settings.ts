import type * as pulumi from '@pulumi/pulumi';
import { readDatabaseCa } from '../database-ca.ts';
import type { SettingReader } from '../setting-reader.ts';

/** The database that is made in AWS. */
export interface DatabaseSettings {
  instanceClass: string;
  storageGib: number;
  multiAz: boolean;
  backupDays: number;
  password: pulumi.Output<string>;
  /** Certificates of the authorities of AWS that may have signed its own. */
  ca: string;
}

/** The Redis that is made in AWS. */
export interface QueueSettings {
  nodeType: string;
  replicas: number;
  snapshotDays: number;
  password: pulumi.Output<string>;
}

/** The data stores that are made in AWS. */
export interface AwsStoreSettings {
  kind: 'aws';
  bucket: string;
  /** Days that what was deleted in the bucket can be brought back. */
  versionDays: number;
  database: DatabaseSettings;
  queue: QueueSettings;
}

/** Reads what data stores are to be made in AWS. */
export function readAwsStores(read: SettingReader, region: string): AwsStoreSettings {
  const reason = 'dataStores is "aws"';
  return {
    kind: 'aws',
    bucket: read.requiredText('s3Bucket', reason),
    versionDays: read.integer('bucketVersionDays'),
    database: {
      instanceClass: read.text('databaseClass'),
      storageGib: read.integer('databaseStorageGib'),
      multiAz: read.boolean('databaseMultiAz'),
      backupDays: read.integer('databaseBackupDays'),
      password: read.requiredSecret('databasePassword', reason),
      ca: readDatabaseCa(read, region),
    },
    queue: {
      nodeType: read.text('queueNodeType'),
      replicas: read.integer('queueReplicas'),
      snapshotDays: read.integer('queueSnapshotDays'),
      password: read.requiredSecret('queuePassword', reason),
    },
  };
}
