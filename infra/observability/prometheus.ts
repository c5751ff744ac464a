import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { createConfigMap } from '../kubernetes/config-map.ts';
import { probes } from '../kubernetes/probes.ts';
import { RESTRICTED_CONTAINER } from '../kubernetes/restricted.ts';
import { imageVersion, type Labels, recommendedLabels, selectorLabels } from '../labels.ts';
import { alertRules, type FewestPods } from './alert-rules.ts';
import {
  CONFIG_FILE,
  configFile,
  PROMETHEUS_PORT,
  prometheusConfig,
  RETENTION,
  RULES_FILE,
} from './prometheus-config.ts';
import { ScrapeTargets } from './scrape-targets.ts';
import { createHttpService, createSinglePod, type Place } from './single-pod.ts';

interface PrometheusArgs {
  /** Namespace of the product: Prometheus runs in it, and scrapes the pods in it. */
  namespace: pulumi.Input<string>;
  /** Value of the instance label, the same as that of the pods that are scraped. */
  instance: string;
  /** Image of Prometheus, 2.42 or later; 3.x is the same to us. */
  image: pulumi.Input<string>;
  /** Name of the priority class of the pod. */
  priorityClass: pulumi.Input<string>;
  /** Name of the environment, which each alert carries. */
  environment: string;
  fewestPods: FewestPods;
  /** Host and port of the Alertmanager that is told of alerts, if there is one. */
  alertmanager?: pulumi.Input<string> | undefined;
  /** Size of the volume in GiB; 10 when left out. When it is nearly full the oldest samples go before their time. */
  storageGibibytes?: number;
  /** Address of the folder of the runbooks, for the links of the alerts; `docs/runbooks` when left out. */
  runbooks?: string;
}

/** The user that the published image has a data folder for: nobody. */
const UID = 65534;
const CONFIG_FOLDER = '/etc/prometheus';
const DATA_FOLDER = '/prometheus';

/** What part of the volume samples may take; the rest is for what is being written. */
const FILL = 0.8;

/** Prometheus with its rules, its volume and its address in the cluster. */
export class Prometheus extends pulumi.ComponentResource {
  /** Name of its service. */
  readonly service: pulumi.Output<string>;
  /** Address in the cluster. */
  readonly url: pulumi.Output<string>;

  constructor(name: string, args: PrometheusArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:observability:Prometheus', name, {}, opts);
    const { namespace, instance, image } = args;
    const own = { name: 'prometheus', component: 'prometheus', instance };
    const labels = recommendedLabels({ ...own, version: pulumi.output(image).apply(imageVersion) });
    const selector = selectorLabels(own);

    new ScrapeTargets(name, { namespace, instance }, { parent: this });
    const config = this.#createConfig(name, args, labels);
    const volume = this.#createVolume(name, args, labels);
    const place = { namespace, labels, selector };
    this.#createDeployment(name, args, place, { config, volume });
    this.service = createHttpService(name, PROMETHEUS_PORT, place, this).metadata.name;
    this.url = pulumi.interpolate`http://${this.service}:${PROMETHEUS_PORT}`;
    this.registerOutputs({ service: this.service, url: this.url });
  }

  #createConfig(name: string, args: PrometheusArgs, labels: Labels) {
    const { namespace, environment, fewestPods, alertmanager, runbooks = 'docs/runbooks' } = args;
    const data = {
      [CONFIG_FILE]: pulumi.output(alertmanager).apply((told) => configFile(prometheusConfig(environment, told))),
      [RULES_FILE]: configFile(alertRules(fewestPods, runbooks)),
    };
    return createConfigMap(name, { namespace, labels }, data, this);
  }

  #createVolume(name: string, { namespace, storageGibibytes = 10 }: PrometheusArgs, labels: Labels) {
    return new k8s.core.v1.PersistentVolumeClaim(
      name,
      {
        // Many storage classes bind a volume only when a pod asks for it, which comes after this.
        metadata: { namespace, labels, annotations: { 'pulumi.com/skipAwait': 'true' } },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: `${storageGibibytes}Gi` } },
        },
      },
      { parent: this },
    );
  }

  #createDeployment(name: string, args: PrometheusArgs, place: Place, { config, volume }: Files) {
    const { image, priorityClass, storageGibibytes = 10 } = args;
    const volumes = [
      { name: 'config', configMap: { name: config } },
      { name: 'data', persistentVolumeClaim: { claimName: volume.metadata.name } },
    ];
    const container = prometheusContainer(image, storageGibibytes);
    // Two at once would fight for the volume.
    const strategy = { type: 'Recreate' };
    const pod = { ...place, uid: UID, priorityClass, container, volumes, strategy, gracePeriodSeconds: 60 };
    createSinglePod(name, pod, this);
  }
}

interface Files {
  /** Name of the config map. */
  config: pulumi.Output<string>;
  volume: k8s.core.v1.PersistentVolumeClaim;
}

function prometheusContainer(image: pulumi.Input<string>, storageGibibytes: number): k8s.types.input.core.v1.Container {
  return {
    name: 'prometheus',
    image,
    imagePullPolicy: 'IfNotPresent',
    args: [
      `--config.file=${CONFIG_FOLDER}/${CONFIG_FILE}`,
      `--storage.tsdb.path=${DATA_FOLDER}`,
      `--storage.tsdb.retention.time=${RETENTION}`,
      `--storage.tsdb.retention.size=${Math.floor(storageGibibytes * 1024 * FILL)}MB`,
    ],
    ports: [{ name: 'http', containerPort: PROMETHEUS_PORT }],
    ...probes({ httpGet: { path: '/-/healthy', port: 'http' } }, { httpGet: { path: '/-/ready', port: 'http' } }),
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '1Gi' } },
    securityContext: RESTRICTED_CONTAINER,
    volumeMounts: [
      { name: 'config', mountPath: CONFIG_FOLDER, readOnly: true },
      { name: 'data', mountPath: DATA_FOLDER },
    ],
  };
}
