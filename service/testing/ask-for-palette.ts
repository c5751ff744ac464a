import type { TestApp } from './app.ts';

/** Asks for a palette of a logo or of many, which is a small render, under an idempotency key if one is given. */
export function askForPalette({ app, headers }: Pick<TestApp, 'app' | 'headers'>, sources: object, key?: string) {
  return app.inject({
    method: 'POST',
    url: '/v1/renders',
    headers: { ...headers, ...(key && { 'idempotency-key': key }) },
    payload: { ...sources, recipe: { type: 'palette' } },
  });
}
