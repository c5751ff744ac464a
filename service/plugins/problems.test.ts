import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { DEFAULT_TIME_SETTINGS, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import { ObjectNotFound } from '@logomorph/core/object-store/object-store.ts';
import { testLog } from '@logomorph/core/testing/log.ts';
import { createApp } from '../http/create-app.ts';
import { problems } from './problems.ts';

test('while a part is down each request is told so, and the log once', async (t) => {
  const { app, log } = await appWith(t, {
    '/asks': () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    '/reads': () => unavailable('It cannot be read', new Error('timed out')),
  });
  for (let n = 0; n < 3; n += 1) {
    for (const url of ['/asks', '/reads']) {
      const answer = await app.inject(url);
      assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [503, '5']);
    }
  }
  for (const text of ['Postgres cannot be reached', 'It cannot be read']) {
    assert.deepEqual(
      log.lines(text).map(({ level }) => level),
      [40, 20, 20],
    );
  }
});

test('each object that is missing is named in the log', async (t) => {
  const { app, log } = await appWith(t, {
    '/reads': () => unavailable('It is missing', new ObjectNotFound('a')),
  });
  for (let n = 0; n < 2; n += 1) await app.inject('/reads');
  assert.deepEqual(
    log.lines('It is missing').map(({ level }) => level),
    [40, 40],
  );
});

test('what is wrong with what a client named is told in the log, and is no warning', async (t) => {
  const cause = new Error('the host has no public address');
  const { app, log } = await appWith(t, {
    '/asks': () => new ProblemError('url-unreachable', 'It could not be reached', { cause }),
  });
  await app.inject('/asks');
  const told = log.lines('It could not be reached').map(({ level, reason, err }) => ({ level, reason, err }));
  assert.deepEqual(told, [{ level: 30, reason: 'the host has no public address', err: undefined }]);
});

async function appWith(t: TestContext, routes: Record<string, () => Error>) {
  const log = testLog();
  const app = createApp(log.logger, timeBudgets(DEFAULT_TIME_SETTINGS), () => false);
  t.after(() => app.close());
  await app.register(problems);
  for (const [url, error] of Object.entries(routes)) {
    app.get(url, { schema: { hide: true } }, async () => {
      throw error();
    });
  }
  return { app, log };
}

function unavailable(detail: string, cause: Error): ProblemError {
  return new ProblemError('unavailable', detail, { cause });
}
