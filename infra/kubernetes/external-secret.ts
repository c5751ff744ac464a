import * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';

const API_VERSION = 'external-secrets.io/v1';

interface ExternalSecretArgs {
  metadata: k8s.types.input.meta.v1.ObjectMeta;
  /** Name of the SecretStore that is asked. */
  store: pulumi.Input<string>;
  /** What the secret is called there. */
  key: pulumi.Input<string>;
  /** Which of its versions is meant. */
  version: pulumi.Input<string>;
}

/** Where External Secrets finds secrets for one namespace: in Secrets Manager, by the rights that its own pods have. */
export function createSecretStore(
  name: string,
  { metadata, region }: { metadata: k8s.types.input.meta.v1.ObjectMeta; region: string },
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string> {
  const spec = { provider: { aws: { service: 'SecretsManager', region } } };
  const store = { apiVersion: API_VERSION, kind: 'SecretStore', metadata: waited(metadata), spec };
  return new k8s.apiextensions.CustomResource(name, store, opts).metadata.name;
}

/**
 * Has External Secrets make a Secret of one version of what is kept elsewhere. It is not followed: another version is
 * another object and another Secret, under another name.
 * @returns the name of the Secret, which is there before anything is made that takes it
 */
export function createExternalSecret(
  name: string,
  { metadata, store, key, version }: ExternalSecretArgs,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const spec = {
    secretStoreRef: { kind: 'SecretStore', name: store },
    refreshPolicy: 'CreatedOnce',
    // By default the Secret has the name of this object, and goes with it.
    target: { creationPolicy: 'Owner', deletionPolicy: 'Retain', immutable: true },
    dataFrom: [{ extract: { key, version } }],
  };
  return new k8s.apiextensions.CustomResource(
    name,
    { apiVersion: API_VERSION, kind: 'ExternalSecret', metadata: waited(metadata), spec },
    { parent, replaceOnChanges: ['spec'] },
  ).metadata.name;
}

/** The engine goes on once the operator says that it is ready. */
function waited(metadata: k8s.types.input.meta.v1.ObjectMeta): k8s.types.input.meta.v1.ObjectMeta {
  return { ...metadata, annotations: { 'pulumi.com/waitFor': 'condition=Ready' } };
}
