import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_TIME_SETTINGS, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import { testLog } from '@logomorph/core/testing/log.ts';
import { createApp } from '../http/create-app.ts';
import { problems } from './problems.ts';

test('while Postgres is down each request is told so, and the log once', async (t) => {
  const log = testLog();
  const app = createApp(log.logger, timeBudgets(DEFAULT_TIME_SETTINGS), () => false);
  t.after(() => app.close());
  await app.register(problems);
  app.get('/asks', { schema: { hide: true } }, async () => {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  });
  for (let n = 0; n < 3; n += 1) {
    const answer = await app.inject('/asks');
    assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '5']);
  }
  const levels = log.lines('Postgres cannot be reached').map(({ level }) => level);
  assert.deepEqual(levels, [40, 20, 20]);
});
