import type { DataLossAllowed } from '../data-loss.ts';
import type { ENVIRONMENTS } from '../setting-keys.ts';

/** A resource as a rule sees it. */
export interface Subject {
  urn: string;
  type: string;
  name: string;
  /** What its provider is told, in plain values. */
  inputs: unknown;
  /** Whether the engine refuses to delete or replace it. */
  protect: boolean;
  /** Paths in its inputs that are left as they once were, whatever the program says. */
  ignored: readonly string[];
}

/** What a rule may ask for beside the resources. */
export interface Facts {
  environment: (typeof ENVIRONMENTS)[number];
  /** The day on which the rules are asked, as 2026-11-29. */
  today: string;
  /** US dollars that the stack may cost in a month. */
  monthlyBudgetUsd: number;
  /** Data stores that may be lost, each until a day. */
  dataLossAllowed: readonly DataLossAllowed[];
}

/** What a rule of the whole stack objects to, and whose fault it is, if it is one resource's. */
export interface Finding {
  urn?: string;
  problem: string;
}

interface Named {
  /** As it is named in the pack's configuration and in what it reports. */
  name: string;
  description: string;
}
/** A rule for each resource by itself: what is wrong with it. */
export interface ResourceRule extends Named {
  resource: (subject: Subject, facts: Facts) => string[];
}
/** A rule for resources together. */
export interface StackRule extends Named {
  stack: (subjects: readonly Subject[], facts: Facts) => Finding[];
}
export type Rule = ResourceRule | StackRule;

/** What rules find wrong with a stack: `rule: name: problem`. */
export function findings(rules: readonly Rule[], subjects: readonly Subject[], facts: Facts): string[] {
  const nameOf = (urn: string | undefined) => subjects.find((one) => one.urn === urn)?.name ?? 'stack';
  return rules.flatMap((rule) =>
    'stack' in rule
      ? rule.stack(subjects, facts).map(({ urn, problem }) => `${rule.name}: ${nameOf(urn)}: ${problem}`)
      : subjects.flatMap((one) => rule.resource(one, facts).map((problem) => `${rule.name}: ${one.name}: ${problem}`)),
  );
}
