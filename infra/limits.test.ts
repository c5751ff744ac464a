import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from './program.ts';
import { openValues } from './testing/open-values.ts';
import { runProgram, SUPPLIED, stackConfig } from './testing/run-program.ts';

test('limits of clients are set by the stack, and quotas are there where they are set alone', async () => {
  const limits = async (given: Record<string, string>) => {
    const { resources } = await runProgram('prod', stackConfig('prod', { ...SUPPLIED.prod, ...given }), program);
    const { RATE_LIMIT_PER_KEY_PER_MINUTE: ofKey, ...others } = openValues(resources, 'app');
    return [ofKey, others.RATE_LIMIT_RENDERS_PER_MINUTE, others.QUOTA_RENDERS_PER_DAY, others.MAX_LOGO_BYTES];
  };
  assert.deepEqual(await limits({}), ['1000', '600', undefined, '10485760']);
  const given = { rateLimitPerKeyPerMinute: '50', quotaRendersPerDay: '2000', maxLogoBytes: '1000000' };
  assert.deepEqual(await limits(given), ['50', '600', '2000', '1000000']);
});
