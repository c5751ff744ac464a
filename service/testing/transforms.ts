import type { TestContext } from 'node:test';
import { finishRender, type RenderEnd } from '@logomorph/core/finish-render.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { newLogo, type TestApp, testApp } from './app.ts';
import { addOutput } from './stored-output.ts';

/** The end of a render that came to a picture. */
export const SUCCEEDED: RenderEnd = { type: 'succeeded', data: { outputs: 1 } };

/** The picture that the renders of tests come to. */
export const PICTURE = Buffer.from('a picture');

/** An API with a logo and a worker, and what clients of transforms do with it. */
export async function transformApp(t: TestContext, overrides: Parameters<typeof testApp>[1] = {}) {
  // How renders end; undefined while they do not.
  const worker: { end: RenderEnd | undefined } = { end: SUCCEEDED };
  let working: Promise<unknown> = Promise.resolve();
  const wakeRelay = () => {
    working = Promise.all([working, work()]);
  };
  const product = await testApp(t, { wakeRelay, ...overrides });
  // Before its database is gone.
  defer(t, () => working);
  const { app, headers } = product;
  const logoId = await newLogo(product);

  const transforms = () =>
    product.db.selectFrom('renders').selectAll().where('transform', 'is not', null).orderBy('id').execute();

  async function work(): Promise<void> {
    const { end } = worker;
    if (end === undefined) return;
    for (const { id, state } of await transforms()) if (state === 'queued') await endRender(product, id, end);
  }

  const ask = (payload: object, as = headers) =>
    app.inject({ method: 'POST', url: '/v1/transforms', headers: as, payload });
  return {
    product,
    worker,
    logoId,
    work,
    transforms,
    ask,
    address: async (fields: object = {}, more: object = {}): Promise<string> =>
      (await ask({ logoId, recipe: { type: 'variant', format: 'webp', ...fields }, ...more })).json().url,
    get: (url: string, more = {}, method: 'GET' | 'HEAD' = 'GET') => app.inject({ method, url, headers: more }),
    /** Another replica of the same API. */
    replica: () =>
      testApp(t, {
        wakeRelay,
        ...overrides,
        database: product,
        store: product.store,
        secretsKeys: product.secretsKeys,
      }),
  };
}

/** Ends a render as a worker does: nothing comes of one that is gone or has ended. */
export async function endRender(product: TestApp, renderId: string, end: RenderEnd): Promise<void> {
  await product.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('renders')
      .select('id')
      .where('id', '=', renderId)
      .where('state', '=', 'queued')
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return;
    if (end.type === 'succeeded') {
      const file = { name: 'logo.webp', mediaType: 'image/webp', bytes: PICTURE };
      await addOutput({ ...product, db: tx }, renderId, file);
    }
    await finishRender(tx, renderId, end);
  });
}
