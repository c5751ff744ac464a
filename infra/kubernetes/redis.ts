import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';
import { DataStore, type StoreArgs } from './data-store.ts';
import { probes } from './probes.ts';
import { STORE_PORTS } from './store-ports.ts';

const PORT = STORE_PORTS.redis;

/** Redis in one pod, set up for BullMQ: it evicts nothing, and writes down what it took within a second. */
export class Redis extends pulumi.ComponentResource {
  /** Where it is, password included. */
  readonly url: pulumi.Output<string>;

  constructor(name: string, args: StoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Redis', name, {}, opts);
    const secret = this.#createSecret(name, args);
    const store = this.#createStore(name, args, secret);
    const password = pulumi.secret(args.password);
    this.url = pulumi.all([store.host, password]).apply(([host, word]) => {
      return `redis://:${encodeURIComponent(word)}@${host}:${PORT}`;
    });
    this.registerOutputs();
  }

  /** The whole configuration, since the password is part of it and must be in no argument. */
  #createSecret(name: string, { namespace, instance, password }: StoreArgs) {
    const lines = [
      pulumi.interpolate`requirepass "${password}"`,
      `port ${PORT}`,
      'dir /data',
      'appendonly yes',
      'appendfsync everysec',
      // The append-only file is the one copy on disk; snapshots beside it would only cost writes.
      'save ""',
      // A queue that loses keys loses work: rather refuse to take more, well before the pod's memory limit.
      'maxmemory 192mb',
      'maxmemory-policy noeviction',
    ];
    const config = pulumi.all(lines).apply((all) => `${all.join('\n')}\n`);
    const labels = recommendedLabels({ name, component: 'queue', instance });
    return new k8s.core.v1.Secret(
      name,
      { metadata: { namespace, labels }, stringData: { 'redis.conf': config, password }, immutable: true },
      { parent: this },
    );
  }

  #createStore(name: string, args: StoreArgs, secret: k8s.core.v1.Secret) {
    return new DataStore(
      name,
      {
        ...args,
        component: 'queue',
        port: PORT,
        dataPath: '/data',
        container: {
          command: ['redis-server', '/etc/redis/redis.conf'],
          // Read by redis-cli in the probe.
          env: [
            {
              name: 'REDISCLI_AUTH',
              valueFrom: { secretKeyRef: { name: secret.metadata.name, key: 'password' } },
            },
          ],
        },
        volumes: [configuration(secret)],
        probes: probes(
          { tcpSocket: { port: 'store' } },
          // While it reads its file at the start it listens and refuses commands; redis-cli exits with 0 then too.
          { exec: { command: ['sh', '-c', 'test "$(redis-cli ping)" = PONG'] } },
        ),
        resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
      },
      { parent: this },
    );
  }
}

function configuration(secret: k8s.core.v1.Secret) {
  const file = { secretName: secret.metadata.name, items: [{ key: 'redis.conf', path: 'redis.conf' }] };
  return {
    volume: { name: 'config', secret: file },
    mount: { name: 'config', mountPath: '/etc/redis', readOnly: true },
  };
}
