import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { QuotaOverrides } from '@logomorph/contract/quota.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { newLogo, SVG, type TestApp, testApp } from '../testing/app.ts';
import { askForPalette } from '../testing/ask-for-palette.ts';

const logoOf = (number: number) => Buffer.concat([SVG, Buffer.from(`<!--${String(number).padStart(4, '0')}-->`)]);
const LOGO_BYTES = logoOf(0).length;

const upload = ({ app, headers }: TestApp, number: number) =>
  app.inject({ method: 'POST', url: '/v1/logos', headers, payload: logoOf(number) });

const post = ({ app, headers }: TestApp, path: string) => app.inject({ method: 'POST', url: `/v1/${path}`, headers });

const remove = ({ app, headers }: TestApp, path: string) =>
  app.inject({ method: 'DELETE', url: `/v1/${path}`, headers });

const limit = async ({ app, headers }: TestApp, name: string) => {
  const { items } = (await app.inject({ url: '/v1/limits', headers })).json();
  return items.find((item: { name: string }) => item.name === name);
};

const setOwn = ({ db, tenantId }: TestApp, quotas: QuotaOverrides) =>
  db
    .updateTable('tenants')
    .where('id', '=', tenantId)
    .set({ quotas: JSON.stringify(quotas) })
    .execute();

/** Twenty at once, of two replicas; gives those that were taken and those that were refused. */
async function twenty(
  t: TestContext,
  product: TestApp,
  quotas: QuotaOverrides,
  request: (at: TestApp, number: number) => ReturnType<typeof askForPalette>,
) {
  const other = { ...(await testApp(t, { database: product, quotas })), headers: product.headers };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, number) => request(number % 2 === 0 ? product : other, number)),
  );
  return {
    taken: answers.filter(({ statusCode }) => statusCode < 300),
    refused: answers.filter(({ statusCode }) => statusCode >= 300),
  };
}

test('of renders that are asked for at once as many are taken as the quota of the day has', async (t) => {
  const quotas = { rendersPerDay: 5 };
  const product = await testApp(t, { quotas });
  const logoId = await newLogo(product);
  const { taken, refused } = await twenty(t, product, quotas, (at) => askForPalette(at, { logoId }));
  assert.deepEqual([taken.length, refused.length], [5, 15]);
  for (const answer of refused) {
    assert.equal(answer.statusCode, 429);
    const { type, quota } = answer.json();
    assert.equal(type, 'urn:logomorph:problem:quota-exceeded');
    assert.deepEqual(
      { ...quota, resetsAt: undefined },
      { name: 'rendersPerDay', limit: 5, used: 5, resetsAt: undefined },
    );
    const wait = Number(answer.headers['retry-after']);
    assert.ok(wait >= 1 && wait <= 86_400, `until midnight, not ${wait}`);
    assert.equal(new Date(quota.resetsAt).toISOString().slice(11), '00:00:00.000Z');
  }
  const { items } = (await product.app.inject({ url: '/v1/renders', headers: product.headers })).json();
  assert.equal(items.length, 5, 'nothing is left of those that were refused');
});

test('a day has each run that is asked for, once', async (t) => {
  const product = await testApp(t, { quotas: { rendersPerDay: 4 } });
  const logoId = await newLogo(product);
  const first = await askForPalette(product, { logoId }, 'same');
  assert.equal((await askForPalette(product, { logoId }, 'same')).headers['idempotency-replayed'], 'true');
  assert.equal((await limit(product, 'rendersPerDay')).used, 1, 'an answer that is repeated asks for nothing');

  const other = await newLogo(product, logoOf(1));
  const batch = await askForPalette(product, { logoIds: [logoId, other] });
  assert.equal(batch.statusCode, 202, batch.body);
  await post(product, `renders/${first.json().id}/cancel`);
  assert.equal((await post(product, `renders/${first.json().id}/retry`)).statusCode, 202);
  assert.equal((await limit(product, 'rendersPerDay')).remaining, 0);
  await post(product, `renders/${first.json().id}/cancel`);
  const refused = await post(product, `renders/${first.json().id}/retry`);
  assert.equal(refused.statusCode, 429);
  assert.match(refused.json().detail, /rendersPerDay of the tenant is 4, 4 of it are in use, and this takes 1$/);
  await remove(product, `renders/${first.json().id}`);
  assert.equal((await limit(product, 'rendersPerDay')).used, 4, 'deleting gives nothing back');

  await setOwn(product, { rendersPerDay: 5 });
  assert.equal(
    (await askForPalette(product, { logoIds: [logoId, other] }, 'late')).statusCode,
    429,
    'a batch is taken whole',
  );
  assert.equal((await askForPalette(product, { logoId })).statusCode, 202, 'and takes nothing when it is refused');
  await setOwn(product, { rendersPerDay: 7 });
  assert.equal(
    (await askForPalette(product, { logoIds: [logoId, other] }, 'late')).statusCode,
    202,
    'a refusal is not kept',
  );
});

test('of renders that are asked for at once as many are taken as may be unfinished', async (t) => {
  const quotas = { unfinishedRenders: 5 };
  const product = await testApp(t, { quotas });
  const logoId = await newLogo(product);
  const { taken, refused } = await twenty(t, product, quotas, (at) => askForPalette(at, { logoId }));
  assert.deepEqual([taken.length, refused.length], [5, 15]);
  assert.equal(refused[0]?.headers['retry-after'], '5');
  const [first, second] = taken.map((answer) => answer.json().id);
  await post(product, `renders/${first}/cancel`);
  await product.db.transaction().execute((tx) => finishRender(tx, second, { type: 'succeeded', data: { outputs: 0 } }));
  assert.equal((await limit(product, 'unfinishedRenders')).remaining, 2);
  const more = [
    await askForPalette(product, { logoId }),
    await post(product, `renders/${first}/retry`),
    await askForPalette(product, { logoId }),
  ];
  assert.deepEqual(
    more.map(({ statusCode }) => statusCode),
    [202, 202, 429],
  );
});

test('of logos that are sent at once as many are kept as there is room for', async (t) => {
  const quotas = { storedBytes: 6 * LOGO_BYTES - 1 };
  const product = await testApp(t, { quotas });
  const { taken, refused } = await twenty(t, product, quotas, upload);
  assert.deepEqual([taken.length, refused.length], [5, 15]);
  assert.equal(refused[0]?.statusCode, 409);
  assert.equal(refused[0]?.json().type, 'urn:logomorph:problem:storage-full');
  assert.deepEqual(refused[0]?.json().quota, { name: 'storedBytes', limit: 6 * LOGO_BYTES - 1, used: 5 * LOGO_BYTES });
  const [first, second] = taken.map((answer) => answer.json().id);
  await remove(product, `logos/${first}`);
  assert.equal((await upload(product, 100)).statusCode, 201, 'what is deleted makes room');

  await setOwn(product, { storedBytes: 5 * LOGO_BYTES });
  const full = await askForPalette(product, { logoId: second });
  assert.equal(full.statusCode, 409, 'no render is begun when there is no room for a byte of it');
  await setOwn(product, { storedBytes: 5 * LOGO_BYTES + 1 });
  assert.equal((await askForPalette(product, { logoId: second })).statusCode, 202);
});

test('a quota of the tenant counts before the configured one, and may be none', async (t) => {
  const product = await testApp(t, { quotas: { rendersPerDay: 1 } });
  const logoId = await newLogo(product);
  await setOwn(product, { rendersPerDay: null, unfinishedRenders: 2 });
  const statuses = [];
  for (let count = 0; count < 3; count++) statuses.push((await askForPalette(product, { logoId })).statusCode);
  assert.deepEqual(statuses, [202, 202, 429]);
  const { resetsAt, ...day } = await limit(product, 'rendersPerDay');
  assert.deepEqual(day, { name: 'rendersPerDay', used: 2 }, 'what has no limit tells of none');
  assert.equal((await limit(product, 'unfinishedRenders')).limit, 2);
  const other = { ...product, ...(await product.newKey('other')) };
  const otherLogo = await newLogo(other);
  const others = [await askForPalette(other, { logoId: otherLogo }), await askForPalette(other, { logoId: otherLogo })];
  assert.deepEqual(
    others.map(({ statusCode }) => statusCode),
    [202, 429],
    'tenants are apart',
  );
});
