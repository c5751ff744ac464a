import * as pulumi from '@pulumi/pulumi';
import { dayOf, parseDataLossAllowed } from '../data-loss.ts';
import { ENVIRONMENTS, KEYS } from '../setting-keys.ts';
import type { Facts } from './rule.ts';

/** What rules may ask for, from the stack's config. Where that does not say what the stack is, it is prod. */
export function readFacts(today: Date): Facts {
  const config = new pulumi.Config('logomorph');
  const named = config.get('environment');
  return {
    environment: ENVIRONMENTS.find((environment) => environment === named) ?? 'prod',
    today: dayOf(today),
    monthlyBudgetUsd: config.getNumber('monthlyBudgetUsd') ?? KEYS.monthlyBudgetUsd.default,
    dataLossAllowed: parseDataLossAllowed(config.get('dataLossAllowed') ?? ''),
  };
}
