import { test } from 'node:test';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { testApp } from './app.ts';

// An API that is killed when it has created a render and has not answered yet, on a request under an Idempotency-Key.
const [url = '', authorization = '', key = '', payload = ''] = process.argv.slice(2);
test('to be killed', async (t) => {
  const database = { db: connectDatabase(url, silent), url };
  const { app } = await testApp(t, { database, wakeRelay: () => process.kill(process.pid, 'SIGKILL') });
  const headers = { authorization, 'idempotency-key': key, 'content-type': 'application/json' };
  await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
});
