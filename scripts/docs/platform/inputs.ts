import type { Registered } from '@logomorph/infra/testing/run-program.ts';
import { brief, fields } from './brief.ts';

/** How deep inputs are looked into: to the members of a `spec`, and of what makes pods to those of its containers. */
const LEVELS = 2;
const LEVELS_OF_PODS = 5;

/** What a resource is given, as far as there is room on a line. */
export function inputsText(resource: Registered): string {
  const { type, masked } = resource;
  if (!type.startsWith('kubernetes:')) return fields(masked, (input) => brief(input, LEVELS));
  // Its type says the first two already.
  const { apiVersion: _, kind: __, metadata, ...rest } = type.endsWith(':Secret') ? named(resource) : masked;
  const levels = 'template' in Object(rest.spec) ? LEVELS_OF_PODS : LEVELS;
  const all = { metadata: withoutLabels(metadata), ...rest };
  return fields(all, (input) => brief(input, levels)).replaceAll('app.kubernetes.io/', '');
}

/** Labels are long and all alike: of them it is seen that they change. */
function withoutLabels(metadata: unknown): object {
  const { labels, ...rest } = Object(metadata);
  return labels === undefined ? rest : { ...rest, labels: brief(labels, 0) };
}

/** Of a secret of Kubernetes the names alone, whatever the program marked as secret. */
function named({ inputs, masked }: Registered): Record<string, unknown> {
  const { data: _, stringData: __, ...rest } = masked;
  return { ...rest, names: Object.keys({ ...inputs.data, ...inputs.stringData }).sort() };
}
