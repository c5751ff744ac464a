import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from './program.ts';
import { openValues } from './testing/open-values.ts';
import { runProgram, SUPPLIED, stackConfig } from './testing/run-program.ts';

test('the programs are told of a clamd where the stack names one, and of none elsewhere', async () => {
  const variables = async (given: Record<string, string>) => {
    const { resources } = await runProgram('prod', stackConfig('prod', { ...SUPPLIED.prod, ...given }), program);
    const data = openValues(resources, 'app');
    return [data.CLAMAV_HOST, data.CLAMAV_PORT, data.SCAN_WHEN_DOWN];
  };
  assert.deepEqual(await variables({ scanWhenDown: 'refuse' }), [undefined, undefined, undefined]);
  assert.deepEqual(await variables({ clamavHost: 'clamd.scan.svc' }), ['clamd.scan.svc', '3310', 'hold']);
});
