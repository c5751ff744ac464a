import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { testLog } from './testing/log.ts';

test('a program writes its lines to its standard output', () => {
  const script = `
    const { createLogger } = await import(${JSON.stringify(new URL('./logger.ts', import.meta.url).href)});
    createLogger('api', 'info').info('said');
  `;
  const line = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  assert.match(line, /^\{"level":30,"time":"[^"]+","program":"api","pid":\d+,"msg":"said"\}\n$/);
});

test('a program that throws has written its lines, and one that goes on writes them by and by', () => {
  const script = `
    const { createLogger } = await import(${JSON.stringify(new URL('./logger.ts', import.meta.url).href)});
    const logger = createLogger('api', 'info');
    logger.info('first');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    process.stdout.write('between\\n');
    logger.info('last');
    throw new Error('broken');
  `;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stdout, /"msg":"first"\}\nbetween\n\{.*"msg":"last"\}\n$/);
});

test('a log line says what broke and keeps credentials out', () => {
  const { logger, text, lines } = testLog();
  const cause = new Error('no connection to postgres://u:hunter2@db/x');
  const error = Object.assign(new Error('broke', { cause }), { code: 'E1', client: { password: 'hunter2' } });
  const req = {
    method: 'GET',
    url: '/x?token=hunter2',
    headers: { cookie: 'hunter2', authorization: 'Bearer hunter2' },
  };
  logger.child({ traceId: 't' }).warn({ err: error, req }, 'said');
  const [line] = lines('said');
  assert.match(
    JSON.stringify(line),
    /"message":"broke","code":"E1".*"cause":\{.*"message":"no connection to postgres:/,
  );
  assert.deepEqual(line?.req, { method: 'GET' });
  assert.equal(line?.traceId, 't');
  assert.doesNotMatch(text(), /hunter2/);
});
