import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { amount } from '../kubernetes/quantities.ts';
import { findings } from '../policy/rule.ts';
import { RULES } from '../policy/rules.ts';
import { program } from '../program.ts';
import type { SettingKey } from '../setting-forms.ts';
import { KEYS } from '../setting-keys.ts';
import { kindOf, runProgram, SUPPLIED, stackConfig, subjectsOf } from '../testing/run-program.ts';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const bounded = (key: keyof typeof KEYS) => {
  const setting: SettingKey = KEYS[key];
  assert.ok(setting.type === 'integer', key);
  return fc.integer({ min: setting.minimum, max: setting.maximum });
};
/** Pods that stay, the fewest and the most, which go up in that order. */
const numbers = fc.tuple(fc.nat(98), fc.integer({ min: 1, max: 50 }), fc.nat(50)).map(([kept, more, room]) => {
  const fewest = Math.min(kept + more, 100);
  return { kept, fewest, most: Math.min(fewest + room, 100) };
});
const pair = (unit: string, most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.nat(most))
    .map(([request, more]) => [`${request}${unit}`, `${request + more}${unit}`] as const);

const settings = fc
  .record({
    service: numbers,
    worker: numbers,
    cpu: pair('m', 8000),
    memory: pair('Mi', 16384),
    workerScaling: fc.constantFrom('fixed', 'keda'),
    renderTimeoutSeconds: bounded('renderTimeoutSeconds').map(String),
    deregistrationDelaySeconds: bounded('deregistrationDelaySeconds').map(String),
    rolloutDeadlineSeconds: bounded('rolloutDeadlineSeconds').map(String),
    namespace: fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,40}[a-z0-9])?$/),
  })
  .map(({ service, worker, cpu, memory, ...more }) => ({
    ...more,
    serviceMinAvailable: `${service.kept}`,
    serviceMinReplicas: `${service.fewest}`,
    serviceMaxReplicas: `${service.most}`,
    workerMinAvailable: `${worker.kept}`,
    workerReplicas: `${worker.fewest}`,
    workerMaxReplicas: `${worker.most}`,
    serviceCpuRequest: cpu[0],
    serviceCpuLimit: cpu[1],
    workerMemoryRequest: memory[0],
    workerMemoryLimit: memory[1],
  }));

test('whatever valid settings a stack has, its manifests are valid, keep to the rules and fit the quota', async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (given) => {
      const { resources } = await runProgram('local', stackConfig('local', { ...SUPPLIED.local, ...given }), program);
      const facts = { environment: 'local', today: '2026-11-29', monthlyBudgetUsd: 0, dataLossAllowed: [] } as const;
      assert.deepEqual(findings(RULES, subjectsOf('local', resources), facts), []);
      const most = (name: string) =>
        ({
          api: Number(given.serviceMaxReplicas),
          worker: Number(given.workerScaling === 'keda' ? given.workerMaxReplicas : given.workerReplicas),
        })[name];
      const sums = new Map<string, number>();
      const pods = resources.filter((one) => ['Deployment', 'StatefulSet', 'Job'].includes(kindOf(one)));
      for (const { name, inputs } of pods)
        for (const { name: container, ports = [], resources, ...one } of inputs.spec.template.spec.containers) {
          assert.match(container, DNS_LABEL);
          const variables = (one.env ?? []).map((variable) => variable.name);
          assert.equal(new Set(variables).size, variables.length, name);
          for (const probe of [one.startupProbe, one.livenessProbe, one.readinessProbe])
            if (probe?.httpGet)
              assert.ok(
                ports.some((port) => port.name === probe.httpGet?.port),
                name,
              );
          for (const [what, quantity] of Object.entries(resources?.limits ?? {})) {
            const request = amount(String(resources?.requests?.[what]));
            assert.ok(request > 0 && request <= amount(String(quantity)), `${name} ${what}`);
            // In a rollout a quarter more than the most are there.
            const many = Math.ceil((most(name) ?? 0) * 1.25) || 1;
            sums.set(`limits.${what}`, (sums.get(`limits.${what}`) ?? 0) + many * amount(String(quantity)));
            sums.set(`requests.${what}`, (sums.get(`requests.${what}`) ?? 0) + many * request);
          }
        }
      const hard = resources.find((one) => kindOf(one) === 'ResourceQuota')?.inputs.spec.hard ?? {};
      assert.equal(sums.size, 4);
      for (const [what, sum] of sums) assert.ok(sum <= amount(hard[what] ?? ''), `${what}: ${sum} of ${hard[what]}`);
    }),
    { numRuns: 12 },
  );
});
