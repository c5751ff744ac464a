import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';
import { type Component, SCRAPED, scrapeService } from './prometheus-config.ts';

interface ScrapeTargetsArgs {
  /** Namespace of the pods. */
  namespace: pulumi.Input<string>;
  /** Value of the pods' instance label. */
  instance: string;
}

/** Names in the cluster's DNS that resolve to each pod of the API and of the worker. */
export class ScrapeTargets extends pulumi.ComponentResource {
  constructor(name: string, args: ScrapeTargetsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:observability:ScrapeTargets', name, {}, opts);
    this.#createHeadlessService('api', args);
    this.#createHeadlessService('worker', args);
    this.registerOutputs();
  }

  /** Under the name that the configuration of Prometheus has for it. */
  #createHeadlessService(component: Component, { namespace, instance }: ScrapeTargetsArgs) {
    const name = scrapeService(component);
    const labels = recommendedLabels({ name: 'prometheus', component: name, instance });
    return new k8s.core.v1.Service(
      name,
      {
        // A component that has no ready pod is what an alert is for, and not a reason for a deploy to wait.
        metadata: { name, namespace, labels, annotations: { 'pulumi.com/skipAwait': 'true' } },
        spec: {
          clusterIP: 'None',
          // What a pod measures is of most use while it cannot serve.
          publishNotReadyAddresses: true,
          selector: {
            'app.kubernetes.io/part-of': 'logomorph',
            'app.kubernetes.io/instance': instance,
            'app.kubernetes.io/component': component,
          },
          ports: [{ name: 'http', port: SCRAPED[component], targetPort: 'http' }],
        },
      },
      { parent: this },
    );
  }
}
