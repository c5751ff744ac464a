import { kindOf, type Registered } from './run-program.ts';

/** What pods are told in the config map of that name. */
export function openValues(resources: readonly Registered[], name: string): Record<string, string> {
  return Object(resources.find((one) => kindOf(one) === 'ConfigMap' && one.name === name)?.inputs.data);
}
