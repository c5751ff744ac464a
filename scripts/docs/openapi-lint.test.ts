import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createConfig, lint } from '@redocly/openapi-core';

const ROOT = join(import.meta.dirname, '../..');

/** OpenAPI 3.1 has no word for the events of a stream, so nothing refers to their schema. */
const UNUSED = '#/components/schemas/RenderEvent';

for (const path of ['docs/openapi.json', 'docs/admin-openapi.json']) {
  test(`${path} keeps the rules of OpenAPI`, async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const problems = await lint({ ref: join(ROOT, path), config });
    const told = problems.map(({ ruleId, message, location: [at] }) => ({ ruleId, at: at?.pointer, message }));
    assert.deepEqual(
      told.filter(({ ruleId, at }) => !(ruleId === 'no-unused-components' && at === UNUSED)),
      [],
    );
  });
}
