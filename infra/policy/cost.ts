import { estimate } from '../cost/estimate.ts';
import type { Finding, Rule, Subject } from './rule.ts';

/** What a stack may cost. */
export const COST_RULES: readonly Rule[] = [
  {
    name: 'cost-is-within-the-budget',
    description:
      'By list prices the stack costs no more in a month than logomorph:monthlyBudgetUsd, and all in it that costs has a price.',
    stack: (subjects, { monthlyBudgetUsd }) => overBudget(subjects, monthlyBudgetUsd),
  },
];

function overBudget(subjects: readonly Subject[], budget: number): Finding[] {
  const { parts, unpriced, total } = estimate(subjects);
  const nameless = unpriced.map(({ urn, type }) => ({
    urn,
    problem: `is a ${type}, which has no price in infra/cost: nobody knows what the stack would cost`,
  }));
  if (total <= budget) return nameless;
  const dearest = parts.slice(0, 3).map(({ name, usd }) => `${name} ${Math.ceil(usd)}`);
  const problem = `would cost about ${Math.ceil(total)} US dollars a month, and monthlyBudgetUsd is ${budget}: ${dearest.join(', ')}`;
  return [...nameless, { problem }];
}
