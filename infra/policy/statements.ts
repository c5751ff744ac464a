import { at, isPlain, listAt, type Plain, texts } from './plain.ts';

/** The statements of an AWS policy, given as text or as an object, that have an effect. */
export function statements(policy: unknown, effect: 'Allow' | 'Deny'): Plain[] {
  const document = typeof policy === 'string' ? parse(policy) : policy;
  const one = at(document, 'Statement');
  const all = isPlain(one) ? [one] : listAt(document, 'Statement');
  return all.filter((statement) => at(statement, 'Effect') === effect);
}

/** Whether a statement is about everyone. */
export function hasAnyPrincipal(statement: Plain): boolean {
  const principal = at(statement, 'Principal');
  return principal === '*' || texts(at(principal, 'AWS')).includes('*') || at(statement, 'NotPrincipal') !== undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its provider refuses it, and says where it is wrong.
    return undefined;
  }
}
