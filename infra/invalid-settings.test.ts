import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RunError } from '@pulumi/pulumi';
import fc from 'fast-check';
import type { SettingKey } from './setting-forms.ts';
import { KEYS } from './setting-keys.ts';
import { SettingReader } from './setting-reader.ts';
import { readSettings } from './settings.ts';
import { mockStack, SUPPLIED, stackConfig } from './testing/run-program.ts';

await mockStack('local', stackConfig('local', SUPPLIED.local));
const reader = new SettingReader();
readSettings(reader);
const asked = new Set<string>(reader.asked);
/** Settings that a local stack reads, but for those by which it comes to read others. */
const read = Object.entries<SettingKey>(KEYS).filter(
  ([key, { type }]) => asked.has(key) && (type === 'integer' || type === 'text' || type === 'secret'),
);
/** A value that no form takes. */
const WRONG = 'not "so"\t';

function wrong(setting: SettingKey): fc.Arbitrary<string> {
  if (setting.type !== 'integer') return fc.constant(WRONG);
  const { minimum, maximum } = setting;
  return fc.constantFrom(`${minimum - 1}`, `${maximum + 1}`, `${minimum}.5`, `${maximum}e9`, WRONG);
}

const given = fc
  .subarray(read, { minLength: 1 })
  .chain((some) => fc.record(Object.fromEntries(some.map(([key, setting]) => [key, wrong(setting)]))));

test('whatever settings are wrong, each is named at once, by its key, the stack and the rule', async () => {
  assert.ok(read.length > 30);
  await fc.assert(
    fc.asyncProperty(given, async (values) => {
      await mockStack('local', stackConfig('local', { ...SUPPLIED.local, ...values }));
      const lines = errors();
      for (const key of Object.keys(values)) {
        const own = lines.filter((line) => line.startsWith(`logomorph:${key} of stack "local" must `));
        assert.ok(own.length > 0, `${key} is not among:\n${lines.join('\n')}`);
        const { type } = Object(KEYS)[key];
        if (type === 'secret') assert.ok(!own.some((line) => line.includes(WRONG)), key);
      }
    }),
    { numRuns: 50 },
  );
});

function errors(): string[] {
  try {
    readSettings();
  } catch (error) {
    assert.ok(error instanceof RunError, String(error));
    return error.message.split('\n');
  }
  assert.fail('the settings are taken');
}
