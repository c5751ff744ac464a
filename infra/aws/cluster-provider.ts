import type * as eks from '@pulumi/aws/eks/index.js';
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';

/**
 * What speaks to a cluster of EKS. The token is asked of the `aws` command each time, as whoever runs Pulumi, so that
 * the state holds no credentials.
 */
export function clusterProvider(name: string, cluster: eks.Cluster, region: string, opts: pulumi.ResourceOptions) {
  const kubeconfig = pulumi
    .all([cluster.name, cluster.endpoint, cluster.certificateAuthority.data])
    .apply(([clusterName, server, authority]) => kubeconfigOf(clusterName, region, server, authority));
  return new k8s.Provider(name, { kubeconfig, clusterIdentifier: cluster.arn }, opts);
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
