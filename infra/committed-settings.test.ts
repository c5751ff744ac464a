import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { KEYS } from './setting-keys.ts';
import { readSettings } from './settings.ts';
import { mockStack, projectFile, SUPPLIED, stackConfig } from './testing/run-program.ts';

describe('the committed files', () => {
  const project = projectFile('Pulumi.yaml');
  const config = new Map(Object.entries(project.config).map(([key, value]) => [key.replace('logomorph:', ''), value]));

  test('say of every setting what the program says', () => {
    assert.deepEqual([...config.keys()], Object.keys(KEYS));
    for (const [key, setting] of Object.entries(KEYS)) {
      const { type, description, ...rest } = setting;
      const plain = type === 'integer' || type === 'boolean' ? type : 'string';
      const value = 'default' in rest ? rest.default : '';
      assert.deepEqual(config.get(key), { type: plain, description, default: value }, key);
    }
  });

  test('set the same for staging and prod', () => {
    const [staging, prod] = ['staging', 'prod'].map((stack) => projectFile(`Pulumi.${stack}.yaml`).config);
    assert.deepEqual(Object.keys(staging ?? {}), Object.keys(prod ?? {}));
  });

  test('hold no secret, and are settings once images and secrets are supplied', async () => {
    for (const stack of ['staging', 'prod']) {
      const own = projectFile(`Pulumi.${stack}.yaml`).config;
      for (const [key, { type }] of Object.entries(KEYS))
        if (type === 'secret') assert.ok(!(`logomorph:${key}` in own), key);
      await mockStack(stack, stackConfig(stack, SUPPLIED[stack]));
      const { environment, protectData, dataStores } = readSettings();
      assert.deepEqual(
        { environment, protectData, kind: dataStores.kind },
        { environment: stack, protectData: true, kind: 'aws' },
      );
    }
  });
});
