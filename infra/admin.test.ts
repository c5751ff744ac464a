import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PORTS } from '@logomorph/contract/ports.ts';
import { program } from './program.ts';
import { openValues } from './testing/open-values.ts';
import { kindOf, runProgram, SUPPLIED, stackConfig } from './testing/run-program.ts';
import { secretValues } from './testing/secret-values.ts';

const TOKEN = 'a-token-that-is-of-no-operator-anywhere';

for (const stack of ['local', 'prod']) {
  const settings = (given: Record<string, string>) => stackConfig(stack, { ...SUPPLIED[stack], ...given });
  const on = await runProgram(stack, settings({ admin: 'true', adminToken: TOKEN }), program);
  const off = await runProgram(stack, settings({}), program);
  const environment = ({ resources }: typeof on) => ({
    ...openValues(resources, 'app'),
    ...secretValues(resources, 'app'),
  });

  describe(`the admin surface of ${stack}`, () => {
    test('is off unless it is switched on', () => {
      assert.equal(environment(off).ADMIN_PORT, undefined);
      assert.equal(environment(off).ADMIN_TOKEN, undefined);
      assert.equal(environment(on).ADMIN_PORT, String(PORTS.admin));
      assert.equal(environment(on).ADMIN_TOKEN, TOKEN);
    });

    test('listens inside the pod, and nothing in the cluster leads to it', () => {
      assert.equal(environment(on).ADMIN_HOST, undefined);
      const others = on.resources.filter(({ type }) => type.startsWith('kubernetes:'));
      const naming = others.filter(({ inputs }) => new RegExp(`\\b${PORTS.admin}\\b`).test(JSON.stringify(inputs)));
      assert.deepEqual(
        naming.map((one) => `${kindOf(one)} ${one.name}`),
        ['ConfigMap app'],
      );
      for (const one of others.filter((other) => kindOf(other) === 'Service')) {
        for (const port of Object(one.inputs.spec).ports) assert.equal(typeof port.targetPort, 'string', one.name);
      }
    });

    test('adds no object, so no Ingress and no opening of a network', () => {
      const names = ({ resources }: typeof on) => resources.map((one) => `${kindOf(one)} ${one.name}`).sort();
      assert.deepEqual(names(on), names(off));
    });
  });
}
