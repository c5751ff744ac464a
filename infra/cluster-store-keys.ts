import { image, password, type SettingKey, secret, size, text } from './setting-forms.ts';

/** The settings of data stores that run in the cluster. */
export const CLUSTER_STORE_KEYS = {
  postgresImage: text(image, 'postgres:17-bookworm', 'Image of Postgres, with its user 999'),
  redisImage: text(image, 'redis:7.4-bookworm', 'Image of Redis, with its user 999'),
  objectStoreImage: text(image, 'versity/versitygw:v1.8.0', 'Image of the S3 server'),
  postgresStorage: text(size, '5Gi', "Size of Postgres's volume; it stays as it was made"),
  redisStorage: text(size, '1Gi', "Size of Redis's volume; it stays as it was made"),
  objectStoreStorage: text(size, '10Gi', "Size of the S3 server's volume; it stays as it was made"),
  postgresPassword: secret(
    password,
    'Password of Postgres in the cluster; it takes effect when its volume is first used',
  ),
  redisPassword: secret(password, 'Password of Redis in the cluster'),
  objectStoreSecretKey: secret(password, 'Secret key of the S3 server in the cluster'),
} as const satisfies Record<string, SettingKey>;
