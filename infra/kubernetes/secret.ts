import * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import { createExternalSecret } from './external-secret.ts';

/** Keeps secrets outside of the cluster, and says where an operator in it finds them. */
export interface SecretKeeper {
  /** Name of the SecretStore in the namespace. */
  store: pulumi.Input<string>;
  /** Keeps values under a name of its own. Its version is another each time that they change. */
  keep(
    name: string,
    values: Record<string, pulumi.Input<string>>,
    parent: pulumi.Resource,
  ): { key: pulumi.Output<string>; version: pulumi.Output<string> };
}

interface SecretArgs {
  metadata: k8s.types.input.meta.v1.ObjectMeta;
  values: Record<string, pulumi.Input<string>>;
  /** Undefined: the engine writes them into the cluster itself. */
  keeper: SecretKeeper | undefined;
}

/**
 * A Secret that pods read, immutable and named by the engine: other values make another one under another name, so that
 * pods roll out, and a rollback finds the old one.
 * @returns its name
 */
export function createSecret(name: string, args: SecretArgs, parent: pulumi.Resource): pulumi.Output<string> {
  const { metadata, values, keeper } = args;
  if (keeper === undefined)
    return new k8s.core.v1.Secret(name, { metadata, stringData: values, immutable: true }, { parent }).metadata.name;
  const { key, version } = keeper.keep(name, values, parent);
  return createExternalSecret(name, { metadata, store: keeper.store, key, version }, parent);
}
