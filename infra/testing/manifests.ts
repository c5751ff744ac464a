import Type from 'typebox';
import Value from 'typebox/value';
import type { Registered } from './run-program.ts';

/** An object as Kubernetes is told it; as much of it as has to be known. */
export type Manifest = Type.Static<typeof Manifest>;
const Manifest = Type.Object({
  apiVersion: Type.String(),
  kind: Type.String(),
  metadata: Type.Object({ name: Type.String(), namespace: Type.Optional(Type.String()) }),
  spec: Type.Optional(Type.Unknown()),
});

/** Versions of kinds that are not Kubernetes' own: who does not have what they come with does not know them. */
export const OF_OTHERS = /^(keda\.sh|external-secrets\.io|eks\.amazonaws\.com)\//;

/** The objects of Kubernetes among what a program registered, under the names that the made-up engine gave. */
export function manifestsOf(resources: readonly Registered[]): Manifest[] {
  return resources
    .filter(({ type }) => type.startsWith('kubernetes:'))
    .map(({ name, inputs }) => {
      const manifest = { ...inputs, metadata: { name: `${name}-made-up`, ...inputs.metadata } };
      if (!Value.Check(Manifest, manifest)) throw new Error(`${name} is no object of Kubernetes`);
      return manifest;
    });
}
