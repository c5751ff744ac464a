import * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';

/**
 * A ConfigMap that pods read, immutable and named by the engine: other data makes another one under another name, so that pods
 * roll out, and a rollback finds the old one.
 * @returns its name
 */
export function createConfigMap(
  name: string,
  metadata: k8s.types.input.meta.v1.ObjectMeta,
  data: pulumi.Input<Record<string, pulumi.Input<string>>>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  return new k8s.core.v1.ConfigMap(name, { metadata, data, immutable: true }, { parent }).metadata.name;
}
