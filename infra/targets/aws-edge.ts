import type * as pulumi from '@pulumi/pulumi';
import type { Base, BaseArgs } from '../aws/base.ts';
import { Edge } from '../aws/edge.ts';
import { PublicIngress } from '../aws/public-ingress.ts';
import type { ExposedApi } from './target.ts';

/** Makes what a load balancer of the internet needs; undefined where a stack has none. */
export function createEdge(
  { settings, aws }: BaseArgs,
  { key, notices: { topicArn } }: Base,
  opts: pulumi.ComponentResourceOptions,
): Edge | undefined {
  const { edge, account, region, logRetentionDays: retentionDays } = aws;
  if (edge === undefined) return undefined;
  const { environment, protectData: protect } = settings;
  const logs = { keyArn: key.arn, retentionDays };
  return new Edge(
    'edge',
    { ...edge, account, region, prefix: `logomorph-${environment}`, logs, topicArn, protect },
    opts,
  );
}

/** Makes that load balancer, and the name that leads to the API by it. */
export function exposeApi(
  { settings: { environment, times }, aws }: BaseArgs,
  { network, notices: { topicArn } }: Base,
  edge: Edge | undefined,
  api: ExposedApi,
  opts: pulumi.ComponentResourceOptions,
): pulumi.Output<string> | undefined {
  if (aws.edge === undefined || edge === undefined) return undefined;
  const { certificateArn, firewallArn, logBucket } = edge;
  return new PublicIngress(
    'public',
    {
      ...aws.edge,
      ...api,
      balancerName: `logomorph-${environment}`,
      subnetIds: network.publicSubnetIds,
      certificateArn,
      firewallArn,
      logBucket,
      topicArn,
      times,
      protect: environment === 'prod',
    },
    opts,
  ).url;
}
