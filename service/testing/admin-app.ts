import type { TestContext } from 'node:test';
import { silent } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import type { Logger } from 'pino';
import { buildAdminApp } from '../admin/app.ts';
import type { App } from '../routes/types.ts';
import type { TestApp } from './app.ts';

/** Tokens of two operators. */
export const ADMIN_TOKENS = ['one-operator-0123456789abcdef0123', 'another-operator-0123456789abcdef'] as const;

/** The admin surface beside an API of a test, not listening. */
export interface TestAdminApp {
  app: App;
  headers: { authorization: string };
}

/** Builds the admin surface for one test, as the API's process has it. */
export async function testAdminApp(
  t: TestContext,
  api: TestApp,
  {
    logger = silent,
    now = () => performance.now(),
    wakeRelay = () => {},
  }: { logger?: Logger; now?: () => number; wakeRelay?: () => void } = {},
): Promise<TestAdminApp> {
  const app = await buildAdminApp({
    ...api,
    ...{ logger, now, wakeRelay, wakeWebhooks: () => {} },
    tokens: ADMIN_TOKENS,
    version: '0.0.0-test',
  });
  defer(t, () => app.close());
  return { app, headers: { authorization: `Bearer ${ADMIN_TOKENS[0]}` } };
}
