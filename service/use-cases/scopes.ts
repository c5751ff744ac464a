import type { Scope } from '@logomorph/contract/api-key.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';

/**
 * Lets nothing be done, and no key be made, that takes more than what was granted.
 *
 * @throws ProblemError insufficient-scope, which names the missing scopes (RFC 6750, 3.1)
 */
export function requireScopes(granted: readonly Scope[], wanted: readonly Scope[]): void {
  const missing = wanted.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return;
  throw new ProblemError('insufficient-scope', `The API key or access token lacks the ${toScopes(missing)}`);
}

function toScopes(scopes: readonly Scope[]): string {
  return `${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(', ')}`;
}
