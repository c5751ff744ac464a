import * as eks from '@pulumi/aws/eks/index.js';
import * as pulumi from '@pulumi/pulumi';
import { createLogGroup, type LogKeeping } from './logs.ts';
import { createPodRole } from './pod-role.ts';
import { managedPolicies } from './role.ts';

interface ContainerLogsArgs {
  /** Name of the cluster, which is in those of the log groups. */
  clusterName: string;
  clusterArn: pulumi.Input<string>;
  /** Path of the stack's roles. */
  rolePath: string;
  logs: LogKeeping;
}

const ADD_ON = 'amazon-cloudwatch-observability';
/** Namespace and service account that the add-on has. */
const NAMESPACE = 'amazon-cloudwatch';
const ACCOUNT = 'cloudwatch-agent';

/** The groups that the add-on writes to: of pods, of what makes a node one of the cluster, of the node, and of figures. */
const GROUPS = ['application', 'dataplane', 'host', 'performance'];

/**
 * Logs of all containers in CloudWatch, where they outlive their pods and nodes, by the add-on of EKS. Prometheus has the
 * metrics of the product, so of what the add-on can measure, which is paid by the figure, it does the least.
 */
const CONFIGURATION = {
  containerLogs: { enabled: true },
  agent: { config: { logs: { metrics_collected: { kubernetes: { enhanced_container_insights: false } } } } },
};

/** Brings what containers write to CloudWatch. */
export class ContainerLogs extends pulumi.ComponentResource {
  readonly #own = { parent: this };

  constructor(name: string, args: ContainerLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:ContainerLogs', name, {}, opts);
    const groups = this.#createLogGroups(args);
    const role = this.#createRole(args);
    this.#createAddOn(args, role, [...groups, ...role.rights]);
    this.registerOutputs({});
  }

  #createLogGroups({ clusterName, logs }: ContainerLogsArgs) {
    return GROUPS.map((group) =>
      createLogGroup(`containers-${group}`, `/aws/containerinsights/${clusterName}/${group}`, logs, this.#own),
    );
  }

  #createRole({ clusterArn, rolePath: path }: ContainerLogsArgs) {
    const pods = { clusterArn, namespace: NAMESPACE, serviceAccount: ACCOUNT };
    const managed = managedPolicies(['CloudWatchAgentServerPolicy']);
    return createPodRole(ACCOUNT, { path, description: 'Writes logs of containers', ...pods, managed }, this.#own);
  }

  #createAddOn(
    { clusterName }: ContainerLogsArgs,
    { arn: roleArn }: ReturnType<typeof createPodRole>,
    dependsOn: pulumi.Resource[],
  ) {
    const podIdentityAssociations = [{ serviceAccount: ACCOUNT, roleArn }];
    const configurationValues = JSON.stringify(CONFIGURATION);
    return new eks.Addon(
      ADD_ON,
      { clusterName, addonName: ADD_ON, configurationValues, podIdentityAssociations },
      { ...this.#own, dependsOn },
    );
  }
}
