import type { Facts, Subject } from '../rule.ts';

/** Resources that a rule takes, and the smallest change to them that it does not. */
export interface Example {
  taken: Subject[];
  refused: Subject[];
  /** What is said of the refused ones. */
  says: RegExp;
  facts?: Partial<Facts>;
}

/** Facts that the rules are strictest under. */
export const STRICT: Facts = { environment: 'prod', today: '2026-11-29', monthlyBudgetUsd: 1000, dataLossAllowed: [] };

/** A resource with what matters to a rule. */
export function subject(type: string, name: string, inputs: object, more: Partial<Subject> = {}): Subject {
  return {
    urn: `urn:pulumi:prod::logomorph::${type}::${name}`,
    type,
    name,
    inputs,
    protect: false,
    ignored: [],
    ...more,
  };
}
