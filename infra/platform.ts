import * as pulumi from '@pulumi/pulumi';
import { appEnvironment } from './app-environment.ts';
import type { DataStores } from './data-stores.ts';
import { deletedWith } from './deleted-with.ts';
import { type HostAccess, hostAccess } from './guests/host-access.ts';
import { Images } from './images.ts';
import { Api } from './kubernetes/api.ts';
import { Bounds } from './kubernetes/bounds.ts';
import { AppConfig } from './kubernetes/config.ts';
import { Migrations } from './kubernetes/migrations.ts';
import { RestrictedNamespace } from './kubernetes/namespace.ts';
import { NetworkPolicies } from './kubernetes/network/policies.ts';
import { Priorities } from './kubernetes/priorities.ts';
import { Purge } from './kubernetes/purge.ts';
import type { SecretKeeper } from './kubernetes/secret.ts';
import type { TaskArgs } from './kubernetes/task.ts';
import { Worker, type WorkerScaling } from './kubernetes/worker.ts';
import { Alertmanager } from './observability/alertmanager.ts';
import { Grafana } from './observability/grafana.ts';
import { Prometheus } from './observability/prometheus.ts';
import { PROMETHEUS_PORT } from './observability/prometheus-config.ts';
import { needsOf } from './path-needs.ts';
import { KEYS } from './setting-keys.ts';
import type { Settings } from './settings.ts';
import type { Target } from './targets/target.ts';
import { bounds } from './worker-scaling.ts';

interface PlatformArgs {
  settings: Settings;
  /** What it stands on. */
  target: Target;
}

/** The whole product in one namespace: what there is, and what is wired to what. */
export class Platform extends pulumi.ComponentResource {
  readonly namespace: pulumi.Output<string>;
  readonly images: Images;
  readonly api: Api;
  readonly worker: Worker;
  readonly prometheus: Prometheus | undefined;
  readonly alertmanager: Alertmanager | undefined;
  readonly grafana: Grafana | undefined;
  /** Where clients reach the API; undefined where that is up to others. */
  readonly url: pulumi.Output<string> | undefined;
  /** What it tells guests, where it takes any. */
  readonly guestAccess: pulumi.Output<HostAccess> | undefined;

  constructor(name: string, { settings, target }: PlatformArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:platform:Platform', name, {}, opts);
    const namespace = this.#createNamespace(settings, target);
    const inside = { parent: this, transformations: [deletedWith(namespace.resource, /^kubernetes:/)] };
    const place = { namespace: namespace.namespace, instance: settings.namespace };

    this.images = new Images('images', settings.images, { parent: this });
    const priorities = new Priorities('priorities', place, { parent: this }).names;
    this.#createBounds(settings, place, inside);
    const stores = target.dataStores({ ...place, priorityClass: priorities.data }, inside);
    const keeper = target.secretKeeper(place, inside);
    this.#createNetworkPolicies(settings, stores, place, inside);
    const { envFrom, files } = this.#createConfig(settings, stores, { ...place, keeper }, inside);
    const program = { ...place, envFrom, files, times: settings.times, rolloutDeadline: settings.rolloutDeadline };
    const serving = { ...program, image: this.images.service, priorityClass: priorities.serving };
    const migrations = new Migrations(
      'migrations',
      { ...serving, deadlineSeconds: settings.migrationDeadline },
      { ...inside, dependsOn: [...stores.ready, ...this.#createPurge(settings, serving, inside)] },
    );
    const started = { ...inside, dependsOn: migrations };
    this.api = new Api('api', { ...serving, ...settings.service }, started);
    const watching = { ...place, priorityClass: priorities.watching };
    this.alertmanager = this.#createAlertmanager(settings, { ...watching, keeper }, inside);
    this.prometheus = this.#createPrometheus(settings, watching, inside);
    this.worker = new Worker(
      'worker',
      {
        ...program,
        ...settings.worker,
        scaling: this.#workerScaling(settings),
        image: this.images.worker,
        priorityClass: priorities.rendering,
      },
      started,
    );
    this.grafana = this.#createGrafana(settings, { ...watching, keeper }, inside);
    this.url = target.expose({ ...place, service: this.api.service }, { parent: this });

    this.guestAccess = settings.guests ? hostAccess(settings, stores, target) : undefined;
    this.namespace = namespace.namespace;
    this.registerOutputs({ namespace: this.namespace });
  }

  #createNamespace({ namespace, protectData: protect }: Settings, { namespaceLabels: labels }: Target) {
    return new RestrictedNamespace('namespace', { namespace, labels, protect }, { parent: this });
  }

  #createConfig(settings: Settings, stores: DataStores, place: Place & Keeping, opts: pulumi.ComponentResourceOptions) {
    const { databaseCa } = stores;
    return new AppConfig('app', { ...place, ...appEnvironment(settings, stores), databaseCa }, opts);
  }

  /** Before anything is in the data stores that it would have to remove. */
  #createPurge({ dataStores }: Settings, args: TaskArgs, opts: pulumi.ComponentResourceOptions) {
    return dataStores.kind === 'shared' ? [new Purge('purge', args, opts)] : [];
  }

  #createBounds({ service, worker }: Settings, place: Place, opts: pulumi.ComponentResourceOptions) {
    const programs = [service, { ...worker, maxReplicas: bounds(worker.scaling).most }];
    return new Bounds('bounds', { ...place, programs }, opts);
  }

  #createNetworkPolicies(
    settings: Settings,
    { ports }: DataStores,
    place: Place,
    opts: pulumi.ComponentResourceOptions,
  ) {
    const { network, scanner } = settings;
    const needs = needsOf(settings);
    const clamd = scanner?.port ?? KEYS.clamavPort.default;
    return new NetworkPolicies(
      'network',
      { ...place, ...network, needs, ports: { objects: 443, ...ports, clamd } },
      opts,
    );
  }

  #createPrometheus(
    { prometheus, environment, service, worker }: Settings,
    place: WatchingPlace,
    opts: pulumi.ComponentResourceOptions,
  ) {
    if (prometheus === undefined) return undefined;
    const alertmanager = this.alertmanager?.address;
    const fewestPods = { api: service.minReplicas, worker: bounds(worker.scaling).fewest };
    return new Prometheus('prometheus', { ...place, ...prometheus, environment, fewestPods, alertmanager }, opts);
  }

  #createAlertmanager(
    { alertmanager }: Settings,
    place: WatchingPlace & Keeping,
    opts: pulumi.ComponentResourceOptions,
  ) {
    return alertmanager && new Alertmanager('alertmanager', { ...place, ...alertmanager }, opts);
  }

  /** KEDA asks from a namespace of its own, so by the whole name. */
  #workerScaling({ worker: { scaling }, namespace }: Settings): WorkerScaling {
    if (scaling.kind === 'fixed' || this.prometheus === undefined)
      return { kind: 'fixed', replicas: bounds(scaling).fewest };
    const { service } = this.prometheus;
    return { ...scaling, prometheusUrl: pulumi.interpolate`http://${service}.${namespace}.svc:${PROMETHEUS_PORT}` };
  }

  #createGrafana({ grafana }: Settings, place: WatchingPlace & Keeping, opts: pulumi.ComponentResourceOptions) {
    if (grafana === undefined || this.prometheus === undefined) return undefined;
    const { image, password: adminPassword } = grafana;
    return new Grafana('grafana', { ...place, image, adminPassword, prometheusUrl: this.prometheus.url }, opts);
  }
}

interface WatchingPlace extends Place {
  priorityClass: pulumi.Output<string>;
}

interface Keeping {
  /** Where secrets are kept outside of the cluster, if they are. */
  keeper: SecretKeeper | undefined;
}

interface Place {
  namespace: pulumi.Output<string>;
  instance: string;
}
