import type { Deployment } from '@pulumi/pulumi/automation/index.js';
import Type from 'typebox';
import Value from 'typebox/value';
import { isPlain } from '../policy/plain.ts';

/** A resource of a state: as much of it as the engine has to have to compare it with what a program asks for. */
const KeptResource = Type.Object({
  urn: Type.String(),
  type: Type.String(),
  custom: Type.Boolean(),
  id: Type.Optional(Type.String()),
  parent: Type.Optional(Type.String()),
  provider: Type.Optional(Type.String()),
  inputs: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});

/** The state of a stack as it is kept: without secrets, and without what the engine can do without. */
export const KeptState = Type.Object({
  stack: Type.String(),
  /** Of the stack's own config what is no secret. */
  config: Type.Record(Type.String(), Type.String()),
  resources: Type.Array(KeptResource),
});
export type KeptState = Type.Static<typeof KeptState>;

/** The form of the engine's states. */
const VERSION = 3;
/** It is told the context, which every machine calls otherwise. */
const PROVIDER = 'pulumi:providers:kubernetes';
const Exported = Type.Object({ resources: Type.Array(KeptResource) });

/** What is kept of the resources of an exported state. */
export function keptResources({ version, deployment }: Deployment): KeptState['resources'] {
  if (version !== VERSION || !Value.Check(Exported, deployment))
    throw new Error(`the engine's state is of another form (${version}) than is known (${VERSION})`);
  return deployment.resources.map(({ urn, type, custom, id, parent, provider, inputs }) => ({
    urn,
    type,
    custom,
    ...(id !== undefined && { id }),
    ...(parent !== undefined && { parent }),
    ...(provider !== undefined && { provider }),
    ...(inputs !== undefined && { inputs: withoutSecrets(inputs) }),
  }));
}

/** A state that the engine takes, of a cluster that has every object as it was asked for. */
export function importable({ resources }: KeptState, context: string): Deployment {
  const whole = (resource: KeptState['resources'][number]) => {
    const { type, inputs } = resource;
    if (type === PROVIDER) return { ...resource, inputs: { ...inputs, context }, outputs: { ...inputs, context } };
    return inputs === undefined ? resource : { ...resource, outputs: { ...inputs, __inputs: inputs } };
  };
  return {
    version: VERSION,
    deployment: {
      manifest: { time: '2026-01-01T00:00:00Z', magic: '', version: '' },
      resources: resources.map(whole),
    },
  };
}

/** The key that the engine marks a value with that is more than its JSON, and what says that it is a secret. */
const MARK = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';

function withoutSecrets(inputs: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(inputs), (_, value: unknown) => (isSecret(value) ? masked(value.plaintext) : value));
}

function isSecret(value: unknown): value is { plaintext: string } {
  return isPlain(value) && value[MARK] === SECRET && typeof value.plaintext === 'string';
}

/** With the names of what is in it, as Kubernetes' secrets have. */
function masked(plaintext: string): unknown {
  return JSON.parse(plaintext, (_, value: unknown) => (typeof value === 'object' ? value : '[secret]'));
}
