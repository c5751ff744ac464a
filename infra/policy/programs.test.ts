import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { program } from '../program.ts';
import { ENVIRONMENTS } from '../setting-keys.ts';
import { runProgram, SUPPLIED, stackConfig, subjectsOf } from '../testing/run-program.ts';
import { findings } from './rule.ts';
import { RULES } from './rules.ts';

for (const environment of ENVIRONMENTS) {
  const { resources } = await runProgram(environment, stackConfig(environment, SUPPLIED[environment]), program);
  const subjects = subjectsOf(environment, resources);
  const monthlyBudgetUsd = Number(stackConfig(environment)['logomorph:monthlyBudgetUsd']);

  describe(`the program of ${environment}`, () => {
    for (const rule of RULES)
      test(`keeps to ${rule.name}`, () => {
        const facts = { environment, today: '2026-11-29', monthlyBudgetUsd, dataLossAllowed: [] };
        assert.deepEqual(findings([rule], subjects, facts), []);
      });
  });
}
