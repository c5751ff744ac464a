import type { Registered } from './run-program.ts';

/** What pods are told in the secret of that name, wherever its values are kept. */
export function secretValues(resources: readonly Registered[], name: string): Record<string, string> {
  const found = resources.find(
    (one) => one.name === name && /^(kubernetes:core\/v1:Secret|aws:.*:SecretVersion)$/.test(one.type),
  );
  return found?.inputs.stringData ?? JSON.parse(String(found?.inputs.secretString ?? '{}'));
}
