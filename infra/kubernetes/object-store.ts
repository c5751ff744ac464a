import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';
import { DataStore, type StoreArgs } from './data-store.ts';
import { probes } from './probes.ts';
import { STORE_PORTS } from './store-ports.ts';

interface ObjectStoreArgs extends StoreArgs {
  /** Name of the one bucket. */
  bucket: string;
  /** The region that it and its clients name. */
  region: string;
}

const PORT = STORE_PORTS.objectStore;
const DATA_PATH = '/data';

/** An S3 server (versitygw) in one pod, which keeps a bucket as a folder of its volume. */
export class ObjectStore extends pulumi.ComponentResource {
  /** Where it is. */
  readonly endpoint: pulumi.Output<string>;
  readonly accessKey = 'logomorph';

  constructor(name: string, args: ObjectStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:ObjectStore', name, {}, opts);
    const secret = this.#createSecret(name, args);
    const store = this.#createStore(name, args, secret);
    this.endpoint = pulumi.interpolate`http://${store.host}:${PORT}`;
    this.registerOutputs({ endpoint: this.endpoint });
  }

  #createSecret(name: string, { namespace, instance, password }: ObjectStoreArgs) {
    const labels = recommendedLabels({ name, component: 'object-store', instance });
    return new k8s.core.v1.Secret(
      name,
      { metadata: { namespace, labels }, stringData: { secretKey: password }, immutable: true },
      { parent: this },
    );
  }

  #createStore(name: string, { bucket, region, ...args }: ObjectStoreArgs, secret: k8s.core.v1.Secret) {
    const health = { httpGet: { path: '/health', port: 'store' } };
    return new DataStore(
      name,
      {
        ...args,
        component: 'object-store',
        port: PORT,
        dataPath: DATA_PATH,
        // A folder of the volume is a bucket, so this makes it.
        prepare: ['mkdir', '-p', `${DATA_PATH}/${bucket}`],
        container: {
          args: ['posix', DATA_PATH],
          env: [
            { name: 'VGW_PORT', value: `:${PORT}` },
            { name: 'VGW_HEALTH', value: '/health' },
            { name: 'VGW_REGION', value: region },
            { name: 'ROOT_ACCESS_KEY', value: this.accessKey },
            {
              name: 'ROOT_SECRET_KEY',
              valueFrom: { secretKeyRef: { name: secret.metadata.name, key: 'secretKey' } },
            },
          ],
        },
        probes: probes(health, health),
        resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
      },
      { parent: this },
    );
  }
}
