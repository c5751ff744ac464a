import * as pulumi from '@pulumi/pulumi';
import type { Bucket } from './aws/bucket-rights.ts';
import type { ConfigVariables, SecretVariables } from './kubernetes/config.ts';
import type { StoreArgs } from './kubernetes/data-store.ts';
import { ObjectStore } from './kubernetes/object-store.ts';
import { Postgres } from './kubernetes/postgres.ts';
import { Redis } from './kubernetes/redis.ts';
import { STORE_PORTS } from './kubernetes/store-ports.ts';
import type { Settings } from './settings.ts';
import type { DataStoreSettings, ExternalStoreSettings } from './store-settings.ts';

/** Where the data is, as the programs are told. */
export interface DataStores {
  variables: ConfigVariables;
  secrets: SecretVariables;
  /** Certificates of those who sign that of Postgres, which its URL may name. Undefined where it names none. */
  databaseCa: string | undefined;
  /** Ports of Postgres and Redis, and of an S3 server of another stack. */
  ports: { database: pulumi.Input<number>; cache: pulumi.Input<number>; objects?: pulumi.Input<number> };
  /** The bucket of AWS, which pods get at by their identity. Undefined where they have keys. */
  bucket: pulumi.Input<Bucket> | undefined;
  /** What must be up before a program starts. */
  ready: pulumi.Resource[];
}

/** Where the data stores in a cluster are, and what depends on them. */
export type StorePlace = Pick<StoreArgs, 'namespace' | 'instance' | 'priorityClass'>;

/** The one bucket of the S3 server in the cluster. */
const BUCKET = 'logomorph';

/** The data stores of a platform: made in its namespace, or those that are elsewhere. */
export function dataStores(settings: Settings, place: StorePlace, opts: pulumi.ComponentResourceOptions): DataStores {
  const stores = settings.dataStores;
  if (stores.kind === 'aws') throw new Error('only a target in AWS makes data stores there');
  if (stores.kind === 'shared') throw new Error('a guest has its data stores from its host');
  return stores.kind === 'external' ? externalStores(stores, settings) : inClusterStores(stores, settings, place, opts);
}

/** No keys for the bucket: the cloud knows the pods by their service accounts. */
function externalStores(stores: ExternalStoreSettings, { awsRegion }: Settings): DataStores {
  return {
    variables: { S3_BUCKET: stores.bucket, AWS_REGION: awsRegion },
    secrets: { DATABASE_URL: stores.databaseUrl, REDIS_URL: stores.redisUrl },
    databaseCa: stores.databaseCa,
    ports: {
      database: portOf(stores.databaseUrl, STORE_PORTS.postgres),
      cache: portOf(stores.redisUrl, STORE_PORTS.redis),
    },
    bucket: { arn: `arn:aws:s3:::${stores.bucket}` },
    ready: [],
  };
}

function inClusterStores(
  stores: Extract<DataStoreSettings, { kind: 'in-cluster' }>,
  { awsRegion, protectData }: Settings,
  place: StorePlace,
  opts: pulumi.ComponentResourceOptions,
): DataStores {
  const common = { ...place, protect: protectData };
  const postgres = new Postgres('postgres', { ...common, ...stores.postgres }, opts);
  const redis = new Redis('redis', { ...common, ...stores.redis }, opts);
  const objectStore = new ObjectStore(
    'object-store',
    { ...common, ...stores.objectStore, bucket: BUCKET, region: awsRegion },
    opts,
  );
  return {
    variables: { S3_BUCKET: BUCKET, S3_ENDPOINT: objectStore.endpoint, AWS_REGION: awsRegion },
    secrets: {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      AWS_ACCESS_KEY_ID: objectStore.accessKey,
      AWS_SECRET_ACCESS_KEY: stores.objectStore.password,
    },
    databaseCa: undefined,
    ports: { database: STORE_PORTS.postgres, cache: STORE_PORTS.redis },
    bucket: undefined,
    ready: [postgres, redis, objectStore],
  };
}

/** The port of a URL, which is no secret though its password is. */
export function portOf(url: pulumi.Output<string>, usual: number): pulumi.Output<number> {
  return pulumi.unsecret(url.apply((text) => Number(new URL(text).port || usual)));
}
