import type * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { createConfigMap } from '../kubernetes/config-map.ts';
import { probes } from '../kubernetes/probes.ts';
import { RESTRICTED_CONTAINER, scratch } from '../kubernetes/restricted.ts';
import { createSecret, type SecretKeeper } from '../kubernetes/secret.ts';
import { imageVersion, type Labels, recommendedLabels, selectorLabels } from '../labels.ts';
import { PROVISIONED_FILES, provisioning } from './grafana-provisioning.ts';
import { createHttpService, createSinglePod, type Place } from './single-pod.ts';

interface GrafanaArgs {
  /** Namespace that it runs in. */
  namespace: pulumi.Input<string>;
  /** Value of the instance label. */
  instance: string;
  /** Image of Grafana, 11 or later. */
  image: pulumi.Input<string>;
  /** Name of the priority class of the pod. */
  priorityClass: pulumi.Input<string>;
  /** Address of the Prometheus that it shows. */
  prometheusUrl: pulumi.Input<string>;
  /** Password of the user `admin`; it is kept in a secret. */
  adminPassword: pulumi.Input<string>;
  /** Where that is kept outside of the cluster, if it is. */
  keeper: SecretKeeper | undefined;
}

/** The user of the published image. */
const UID = 472;
const CONTAINER_PORT = 3000;
const SERVICE_PORT = 3001;
const SECRETS_FOLDER = '/etc/grafana/secrets';
const PASSWORD_KEY = 'admin-password';

/** Settings of Grafana that differ from its own. */
const ENVIRONMENT = {
  GF_ANALYTICS_REPORTING_ENABLED: 'false',
  GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
  GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
  GF_AUTH_ANONYMOUS_ENABLED: 'false',
  GF_LOG_MODE: 'console',
  GF_NEWS_NEWS_FEED_ENABLED: 'false',
  // It would download plugins at each start, which a closed network does not let it.
  GF_PLUGINS_PREINSTALL_DISABLED: 'true',
  GF_SECURITY_ADMIN_PASSWORD__FILE: `${SECRETS_FOLDER}/${PASSWORD_KEY}`,
  GF_SECURITY_DISABLE_GRAVATAR: 'true',
  GF_USERS_ALLOW_SIGN_UP: 'false',
};

/**
 * Grafana with the data source and the dashboard of the product. It keeps nothing: all that it shows is
 * declared here, and a change that someone makes in it ends with its pod.
 */
export class Grafana extends pulumi.ComponentResource {
  /** Name of its service, which listens on port 3001. */
  readonly service: pulumi.Output<string>;

  constructor(name: string, args: GrafanaArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:observability:Grafana', name, {}, opts);
    const { instance, image } = args;
    const own = { name: 'grafana', component: 'grafana', instance };
    const labels = recommendedLabels({ ...own, version: pulumi.output(image).apply(imageVersion) });
    const selector = selectorLabels(own);

    const config = this.#createConfig(name, args, labels);
    const secret = this.#createSecret(name, args, labels);
    const place = { namespace: args.namespace, labels, selector };
    this.#createDeployment(name, args, place, { config, secret });
    this.service = createHttpService(name, SERVICE_PORT, place, this).metadata.name;
    this.registerOutputs({ service: this.service });
  }

  #createConfig(name: string, { namespace, prometheusUrl }: GrafanaArgs, labels: Labels) {
    const data = pulumi.output(prometheusUrl).apply(provisioning);
    return createConfigMap(name, { namespace, labels }, data, this);
  }

  #createSecret(name: string, { namespace, adminPassword, keeper }: GrafanaArgs, labels: Labels) {
    const values = { [PASSWORD_KEY]: pulumi.secret(adminPassword) };
    return createSecret(name, { metadata: { namespace, labels }, values, keeper }, this);
  }

  #createDeployment(name: string, { image, priorityClass }: GrafanaArgs, place: Place, { config, secret }: Files) {
    const data = scratch('data', '/var/lib/grafana', '256Mi');
    const temporary = scratch('tmp', '/tmp');
    const volumes = [
      { name: 'config', configMap: { name: config } },
      { name: 'secrets', secret: { secretName: secret, defaultMode: 0o440 } },
      data.volume,
      temporary.volume,
    ];
    const container = grafanaContainer(image, [data.mount, temporary.mount]);
    createSinglePod(name, { ...place, uid: UID, priorityClass, container, volumes }, this);
  }
}

interface Files {
  /** Name of the config map. */
  config: pulumi.Output<string>;
  /** Name of the secret. */
  secret: pulumi.Output<string>;
}

function grafanaContainer(
  image: pulumi.Input<string>,
  scratchMounts: k8s.types.input.core.v1.VolumeMount[],
): k8s.types.input.core.v1.Container {
  const answers = { httpGet: { path: '/api/health', port: 'http' } };
  return {
    name: 'grafana',
    image,
    imagePullPolicy: 'IfNotPresent',
    env: Object.entries(ENVIRONMENT).map(([name, value]) => ({ name, value })),
    ports: [{ name: 'http', containerPort: CONTAINER_PORT }],
    ...probes(answers, answers),
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    securityContext: RESTRICTED_CONTAINER,
    volumeMounts: [
      ...Object.entries(PROVISIONED_FILES).map(([subPath, mountPath]) => ({
        name: 'config',
        mountPath,
        subPath,
        readOnly: true,
      })),
      { name: 'secrets', mountPath: SECRETS_FOLDER, readOnly: true },
      ...scratchMounts,
    ],
  };
}
