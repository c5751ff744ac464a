import type * as eks from '@pulumi/aws/eks/index.js';
import * as pulumi from '@pulumi/pulumi';

/**
 * How to speak to a cluster of EKS. The token is asked of the `aws` command each time, as whoever runs Pulumi, so that
 * the state holds no credentials.
 */
export function clusterKubeconfig(cluster: eks.Cluster, region: string): pulumi.Output<string> {
  return pulumi
    .all([cluster.name, cluster.endpoint, cluster.certificateAuthority.data])
    .apply(([clusterName, server, authority]) => kubeconfigOf(clusterName, region, server, authority));
}

function kubeconfigOf(name: string, region: string, server: string, authority: string): string {
  const args = ['eks', 'get-token', '--cluster-name', name, '--region', region, '--output', 'json'];
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1beta1',
    command: 'aws',
    args,
    interactiveMode: 'Never',
  };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [{ name, cluster: { server, 'certificate-authority-data': authority } }],
    users: [{ name, user: { exec } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  });
}
