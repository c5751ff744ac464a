import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';
import { DataStore, type StoreArgs } from './data-store.ts';
import { probes } from './probes.ts';
import { STORE_PORTS } from './store-ports.ts';

const PORT = STORE_PORTS.postgres;
/** User and database; only their password is a secret. */
const NAME = 'logomorph';
const DATA_PATH = '/var/lib/postgresql/data';

/**
 * Postgres in one pod. Its password takes effect when the volume is first used; to change it later, change
 * it in the database (`ALTER ROLE logomorph PASSWORD …`) together with the setting.
 */
export class Postgres extends pulumi.ComponentResource {
  /** Where it is and as whom, password included. */
  readonly url: pulumi.Output<string>;

  constructor(name: string, args: StoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Postgres', name, {}, opts);
    const secret = this.#createSecret(name, args);
    const store = this.#createStore(name, args, secret);
    const password = pulumi.secret(args.password);
    this.url = pulumi.all([store.host, password]).apply(([host, word]) => {
      return `postgres://${NAME}:${encodeURIComponent(word)}@${host}:${PORT}/${NAME}`;
    });
    this.registerOutputs();
  }

  #createSecret(name: string, { namespace, instance, password }: StoreArgs) {
    const labels = recommendedLabels({ name, component: 'database', instance });
    return new k8s.core.v1.Secret(
      name,
      { metadata: { namespace, labels }, stringData: { password }, immutable: true },
      { parent: this },
    );
  }

  #createStore(name: string, args: StoreArgs, secret: k8s.core.v1.Secret) {
    // Over TCP: while the image makes a new database, a server for that alone listens on the socket.
    const ready = { exec: { command: ['pg_isready', '-h', '127.0.0.1', '-U', NAME, '-d', NAME] } };
    return new DataStore(
      name,
      {
        ...args,
        component: 'database',
        port: PORT,
        dataPath: DATA_PATH,
        container: {
          env: [
            { name: 'POSTGRES_USER', value: NAME },
            { name: 'POSTGRES_DB', value: NAME },
            {
              name: 'POSTGRES_PASSWORD',
              valueFrom: { secretKeyRef: { name: secret.metadata.name, key: 'password' } },
            },
            // A folder of the volume, not its root, which may hold a file system's lost+found.
            { name: 'PGDATA', value: `${DATA_PATH}/pgdata` },
          ],
        },
        probes: probes(ready, ready),
        resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } },
        scratchPaths: { tmp: '/tmp', run: '/var/run/postgresql' },
      },
      { parent: this },
    );
  }
}
