import type * as pulumi from '@pulumi/pulumi';
import { type Base, type BaseArgs, prefixOf } from '../aws/base.ts';
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
  const logs = { keyArn: key.arn, retentionDays };
  const shared = { account, region, prefix: prefixOf(settings), logs, topicArn, protect: settings.protectData };
  return new Edge('edge', { ...edge, ...shared }, opts);
}

/** Makes that load balancer, and the name that leads to the API by it. */
export function exposeApi(
  { settings, aws }: BaseArgs,
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
      balancerName: prefixOf(settings),
      subnetIds: network.publicSubnetIds,
      certificateArn,
      firewallArn,
      logBucket,
      topicArn,
      times: settings.times,
      protect: settings.environment === 'prod',
    },
    opts,
  ).url;
}
