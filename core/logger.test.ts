import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

const SCRIPT = `
  const { createLogger } = await import(${JSON.stringify(new URL('./logger.ts', import.meta.url).href)});
  const error = Object.assign(new Error('broke', { cause: new Error('below') }), { code: 'E1', client: { password: 'hunter2' } });
  createLogger('test', 'info').warn({ err: error, headers: { authorization: 'Bearer lm_secret' } }, 'said');
`;

test('a log line says what broke and keeps credentials out', () => {
  const line = execFileSync(process.execPath, ['--input-type=module', '--eval', SCRIPT], { encoding: 'utf8' });
  assert.match(line, /"program":"test".*"message":"broke","code":"E1".*"cause":\{.*"message":"below".*"msg":"said"/);
  assert.doesNotMatch(line, /hunter2|lm_secret/);
});
