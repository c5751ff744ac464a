import type * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { createConfigMap } from '../kubernetes/config-map.ts';
import { probes } from '../kubernetes/probes.ts';
import { RESTRICTED_CONTAINER, scratch } from '../kubernetes/restricted.ts';
import { createSecret, type SecretKeeper } from '../kubernetes/secret.ts';
import { imageVersion, type Labels, recommendedLabels, selectorLabels } from '../labels.ts';
import {
  ALERTMANAGER_FILE,
  ALERTMANAGER_PORT,
  alertmanagerConfig,
  SECRETS_FOLDER,
  SLACK_KEY,
} from './alertmanager-config.ts';
import { configFile } from './prometheus-config.ts';
import { createHttpService, createSinglePod, type Place } from './single-pod.ts';

interface AlertmanagerArgs {
  /** Namespace that it runs in. */
  namespace: pulumi.Input<string>;
  /** Value of the instance label. */
  instance: string;
  /** Image of Alertmanager, 0.25 or later. */
  image: pulumi.Input<string>;
  /** Name of the priority class of the pod. */
  priorityClass: pulumi.Input<string>;
  /** Incoming webhook of Slack; it is kept in a secret. */
  slackWebhookUrl: pulumi.Input<string>;
  /** What is asked every minute or two for as long as alerts are on their way; empty for nothing. */
  heartbeatUrl: string;
  /** Where secrets are kept outside of the cluster, if they are. */
  keeper: SecretKeeper | undefined;
}

/** The user of the published image: nobody. */
const UID = 65534;
const CONFIG_FOLDER = '/etc/alertmanager/config';

/**
 * Alertmanager, which tells Slack of the alerts of Prometheus. Silences, and what was told already, are lost with its pod:
 * alerts that go on are told once more then.
 */
export class Alertmanager extends pulumi.ComponentResource {
  /** Name of its service. */
  readonly service: pulumi.Output<string>;
  /** Host and port in the cluster. */
  readonly address: pulumi.Output<string>;

  constructor(name: string, args: AlertmanagerArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:observability:Alertmanager', name, {}, opts);
    const { instance, image } = args;
    const own = { name: 'alertmanager', component: 'alertmanager', instance };
    const labels = recommendedLabels({ ...own, version: pulumi.output(image).apply(imageVersion) });
    const selector = selectorLabels(own);

    const config = this.#createConfig(name, args, labels);
    const secret = this.#createSecret(name, args, labels);
    const place = { namespace: args.namespace, labels, selector };
    this.#createDeployment(name, args, place, { config, secret });
    this.service = createHttpService(name, ALERTMANAGER_PORT, place, this).metadata.name;
    this.address = pulumi.interpolate`${this.service}:${ALERTMANAGER_PORT}`;
    this.registerOutputs({ service: this.service, address: this.address });
  }

  #createConfig(name: string, { namespace, heartbeatUrl }: AlertmanagerArgs, labels: Labels) {
    const data = { [ALERTMANAGER_FILE]: configFile(alertmanagerConfig(heartbeatUrl)) };
    return createConfigMap(name, { namespace, labels }, data, this);
  }

  #createSecret(name: string, { namespace, slackWebhookUrl, keeper }: AlertmanagerArgs, labels: Labels) {
    const values = { [SLACK_KEY]: pulumi.secret(slackWebhookUrl) };
    return createSecret(name, { metadata: { namespace, labels }, values, keeper }, this);
  }

  #createDeployment(name: string, { image, priorityClass }: AlertmanagerArgs, place: Place, { config, secret }: Files) {
    const data = scratch('data', '/alertmanager', '64Mi');
    const volumes = [
      { name: 'config', configMap: { name: config } },
      { name: 'secrets', secret: { secretName: secret, defaultMode: 0o440 } },
      data.volume,
    ];
    const container = alertmanagerContainer(image, data.mount);
    createSinglePod(name, { ...place, uid: UID, priorityClass, container, volumes }, this);
  }
}

interface Files {
  /** Name of the config map. */
  config: pulumi.Output<string>;
  /** Name of the secret. */
  secret: pulumi.Output<string>;
}

function alertmanagerContainer(
  image: pulumi.Input<string>,
  data: k8s.types.input.core.v1.VolumeMount,
): k8s.types.input.core.v1.Container {
  return {
    name: 'alertmanager',
    image,
    imagePullPolicy: 'IfNotPresent',
    args: [
      `--config.file=${CONFIG_FOLDER}/${ALERTMANAGER_FILE}`,
      `--storage.path=${data.mountPath}`,
      // It is the only one, and has nobody to agree with.
      '--cluster.listen-address=',
    ],
    ports: [{ name: 'http', containerPort: ALERTMANAGER_PORT }],
    ...probes({ httpGet: { path: '/-/healthy', port: 'http' } }, { httpGet: { path: '/-/ready', port: 'http' } }),
    resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
    securityContext: RESTRICTED_CONTAINER,
    volumeMounts: [
      { name: 'config', mountPath: CONFIG_FOLDER, readOnly: true },
      { name: 'secrets', mountPath: SECRETS_FOLDER, readOnly: true },
      data,
    ],
  };
}
