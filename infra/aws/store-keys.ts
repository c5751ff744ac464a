import { boolean, integer, type SettingKey, secret, text } from '../setting-forms.ts';

/** Of the characters that RDS, ElastiCache and URLs all take as they are. */
const password = { pattern: /^[A-Za-z0-9-]{32,128}$/, rule: '32 to 128 letters, digits or hyphens' };

/** The settings of data stores that a stack makes in AWS. */
export const STORE_KEYS = {
  bucketVersionDays: integer(1, 365, 30, 'Days that what was deleted in the bucket can still be brought back'),
  databaseClass: text(
    { pattern: /^db\.[a-z0-9]+\.[a-z0-9]+$/, rule: 'a class of RDS, like db.m7g.large' },
    'db.t4g.medium',
    'Machine of Postgres',
  ),
  databaseStorageGib: integer(20, 16384, 50, 'Storage of Postgres at first; it grows by itself up to four times that'),
  databaseMultiAz: boolean(true, 'Whether Postgres has a standby in another zone'),
  databaseBackupDays: integer(1, 35, 14, 'Days that Postgres can be taken back to any second of'),
  databasePassword: secret(password, 'Password of Postgres in AWS'),
  queueNodeType: text(
    { pattern: /^cache\.[a-z0-9]+\.[a-z0-9]+$/, rule: 'a type of ElastiCache, like cache.m7g.large' },
    'cache.t4g.small',
    'Machine of Redis',
  ),
  queueReplicas: integer(0, 5, 1, 'Replicas of Redis, in other zones; with one it outlives the loss of a zone'),
  queueSnapshotDays: integer(0, 35, 3, 'Days that snapshots of Redis are kept; 0 makes none'),
  queuePassword: secret(password, 'Password of Redis in AWS'),
} as const satisfies Record<string, SettingKey>;
