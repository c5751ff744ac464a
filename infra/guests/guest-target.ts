import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { accountProvider } from '../aws/account-provider.ts';
import { heldBy } from '../aws/boundary.ts';
import { PodIdentity } from '../aws/identity.ts';
import { type DataStores, portOf, type StorePlace } from '../data-stores.ts';
import { STORE_PORTS } from '../kubernetes/store-ports.ts';
import type { Settings } from '../settings.ts';
import type { SharedStoreSettings } from '../store-settings.ts';
import type { Target } from '../targets/target.ts';
import { accessTo, type HostAccess, secretsKeyOf } from './host-access.ts';

type Access = pulumi.Output<HostAccess>;

/** The cluster and the data stores of another stack. Nothing of them is made, and all that is in them has the guest's name. */
export function guestTarget(settings: Settings, stores: SharedStoreSettings): Target {
  const access = accessTo(stores.hostStack);
  const { namespace } = settings;
  const provider = stores.aws && hostProvider(access);
  return {
    providers: provider ? { kubernetes: provider } : {},
    namespaceLabels: {
      'logomorph/expires': stores.expires,
      'logomorph/guest-of': pulumi.unsecret(access.apply((host) => host.namespace)),
    },
    dataStores: (place, opts) => ({
      ...storesOf(access, namespace, stores),
      ready: stores.aws ? [createIdentity(access, settings, stores.aws, place, opts)] : [],
    }),
    expose: () => undefined,
    secretKeeper: () => undefined,
    outputs: { expires: pulumi.output(stores.expires) },
  };
}

function hostProvider(access: Access) {
  const kubeconfig = access.apply(({ cluster }) => cluster?.kubeconfig ?? '');
  return new k8s.Provider('host', { kubeconfig, clusterIdentifier: access.apply(({ cluster }) => cluster?.arn ?? '') });
}

function storesOf(access: Access, namespace: string, { databaseCa }: SharedStoreSettings): Omit<DataStores, 'ready'> {
  const open = (read: (access: HostAccess) => string) => pulumi.unsecret(access.apply(read));
  const endpoint = open((host) => host.endpoint);
  const databaseUrl = access.apply((host) => host.databaseUrl);
  const redisUrl = access.apply((host) => host.redisUrl);
  return {
    variables: {
      STORE_NAMESPACE: namespace,
      S3_BUCKET: open((host) => host.bucket),
      S3_ENDPOINT: endpoint,
      AWS_REGION: open((host) => host.region),
    },
    secrets: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      AWS_ACCESS_KEY_ID: access.apply((host) => host.accessKey),
      AWS_SECRET_ACCESS_KEY: access.apply((host) => host.secretKey),
      SECRETS_KEY: access.apply((host) => secretsKeyOf(namespace, host)),
    },
    databaseCa,
    ports: {
      database: portOf(databaseUrl, STORE_PORTS.postgres),
      cache: portOf(redisUrl, STORE_PORTS.redis),
      objects: endpoint.apply((text) => (text === '' ? 443 : Number(new URL(text).port || 443))),
    },
    bucket: undefined,
  };
}

/** Rights of its pods at its part of the bucket, below the roles of the host. */
function createIdentity(
  access: Access,
  { namespace, environment }: Settings,
  account: NonNullable<SharedStoreSettings['aws']>,
  place: StorePlace,
  opts: pulumi.ComponentResourceOptions,
) {
  const provider = accountProvider({ ...account, environment }, opts);
  const ofCluster = (read: (cluster: NonNullable<HostAccess['cluster']>) => string) =>
    pulumi.unsecret(access.apply(({ cluster }) => (cluster === undefined ? '' : read(cluster))));
  return new PodIdentity(
    'identity',
    {
      clusterArn: ofCluster(({ arn }) => arn),
      clusterName: ofCluster(({ name }) => name),
      rolePath: ofCluster(({ rolePath }) => rolePath),
      namespace: place.namespace,
      bucket: pulumi.unsecret(access.apply(({ awsBucket }) => ({ arn: '', ...awsBucket, prefix: `${namespace}/` }))),
      programs: ['api', 'worker', 'purge'],
    },
    {
      ...opts,
      providers: { aws: provider },
      transformations: [...(opts.transformations ?? []), heldBy(ofCluster(({ boundary }) => boundary))],
    },
  );
}
