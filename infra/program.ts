import type * as pulumi from '@pulumi/pulumi';
import { dayOf, unprotected } from './data-loss.ts';
import type { HostAccess } from './guests/host-access.ts';
import { Platform } from './platform.ts';
import { readSettings } from './settings.ts';
import { createTarget } from './targets/create-target.ts';
import type { TargetOutputs } from './targets/target.ts';

/** What a stack tells after it was brought up. */
interface Outputs extends TargetOutputs {
  namespace: pulumi.Output<string>;
  /** Name of the API's deployment, in which commands of the product can be run. */
  apiDeployment: pulumi.Output<string>;
  /** Where clients reach the API, where the stack sees to that. */
  apiUrl?: pulumi.Output<string>;
  /** Name of the API's service. */
  apiService: pulumi.Output<string>;
  workerDeployment: pulumi.Output<string>;
  /** Images that run; a preview that is given none takes them. */
  serviceImage: pulumi.Output<string>;
  workerImage: pulumi.Output<string>;
  /** What stacks of pull requests are told, as a secret, where they are let in. */
  guestAccess?: pulumi.Output<HostAccess>;
  /** Name of the service of Prometheus, where it runs. */
  prometheusService?: pulumi.Output<string>;
  /** Name of the service of Alertmanager, where it runs. */
  alertmanagerService?: pulumi.Output<string>;
  /** Name of the service of Grafana, where it runs. */
  grafanaService?: pulumi.Output<string>;
}

/** The program of every stack, whether `pulumi up` or the Automation API runs it. */
export function program(): Outputs {
  const settings = readSettings();
  const opts = { transformations: [unprotected(settings.dataLossAllowed, dayOf(new Date()))] };
  const target = createTarget(settings, opts);
  const platform = new Platform('logomorph', { settings, target }, { ...opts, providers: target.providers });
  const { namespace, images, api, worker, prometheus, alertmanager, grafana, url, guestAccess } = platform;
  return {
    ...target.outputs,
    namespace,
    apiDeployment: api.deployment,
    ...(url && { apiUrl: url }),
    apiService: api.service,
    workerDeployment: worker.deployment,
    serviceImage: images.service,
    workerImage: images.worker,
    ...(guestAccess && { guestAccess }),
    ...(prometheus && { prometheusService: prometheus.service }),
    ...(alertmanager && { alertmanagerService: alertmanager.service }),
    ...(grafana && { grafanaService: grafana.service }),
  };
}
