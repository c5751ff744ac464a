import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { QuotaOverrides } from '@logomorph/contract/quota.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';
import { allRows } from '../testing/all-rows.ts';
import { newLogo, OTHER_SVG, type TestApp, testApp } from '../testing/app.ts';
import { askForPalette } from '../testing/ask-for-palette.ts';

async function setUp(t: TestContext) {
  const product = await testApp(t);
  const { db, tenantId, newKey } = product;
  const infected = crypto.randomUUID();
  const found = { tenant_id: tenantId, sha256: 'x', signature: 'Eicar-Signature', logo_id: infected };
  await db.insertInto('quarantined_logos').values(found).execute();
  const logos = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const theirs = await newLogo({ ...product, ...(await newKey('other')) });
  const limitTo = (quotas: QuotaOverrides) =>
    db
      .updateTable('tenants')
      .set({ quotas: JSON.stringify(quotas) })
      .execute();
  return { product, logos, theirs, infected, limitTo };
}

/** How many rows there are of all that a render leaves. */
async function left({ db }: TestApp) {
  const rows = await allRows(db);
  const names = ['renders', 'render_events', 'audit_pending', 'counters', 'counter_changes'];
  return names.map((name) => [name, rows.get(name)?.length]);
}

test('what is refused leaves nothing behind', async (t) => {
  const { product, logos, theirs, infected, limitTo } = await setUp(t);
  const [logoId] = logos;
  const unknown = crypto.randomUUID();
  const before = await left(product);
  for (const [payload, problem, quotas] of [
    [{ logoId: unknown }, 'not-found', {}],
    [{ logoId: theirs }, 'not-found', {}],
    [{ logoIds: [logoId, theirs] }, 'not-found', {}],
    [{ logoId: infected }, 'logo-infected', {}],
    [{ logoIds: [logoId, unknown, infected] }, 'logo-infected', {}],
    [{ logoIds: logos }, 'quota-exceeded', { rendersPerDay: 1 }],
    [{ logoIds: logos }, 'quota-exceeded', { unfinishedRenders: 1 }],
    [{ logoId }, 'storage-full', { storedBytes: 1 }],
    // What is not there is told before what is used up.
    [{ logoId: unknown }, 'not-found', { rendersPerDay: 0 }],
  ] as const) {
    await limitTo(quotas);
    for (const key of [undefined, crypto.randomUUID()]) {
      const answer = await askForPalette(product, payload, key);
      assert.equal(answer.json().type, `urn:logomorph:problem:${problem}`);
    }
  }
  assert.deepEqual(await left(product), before);
  assert.equal((await askForPalette(product, { logoIds: logos })).statusCode, 429);
  await limitTo({ rendersPerDay: 2, unfinishedRenders: 2 });
  assert.equal(
    (await askForPalette(product, { logoIds: logos })).statusCode,
    202,
    'and nothing was taken from a quota',
  );
});

test('a logo of another tenant is answered as one that is not there', async (t) => {
  const { product, theirs } = await setUp(t);
  const [other, none] = [
    await askForPalette(product, { logoId: theirs }),
    await askForPalette(product, { logoId: crypto.randomUUID() }),
  ];
  assert.equal(other.statusCode, 404);
  for (const field of ['type', 'detail', 'errors']) assert.deepEqual(other.json()[field], none.json()[field]);
});

test('a render waits for a logo that is being deleted, and is refused when it is', async (t) => {
  const { product, logos, limitTo } = await setUp(t);
  await limitTo({ rendersPerDay: 1 });
  for (const outcome of ['rollback', 'commit'] as const) {
    const deleting = await product.db.startTransaction().execute();
    await deleting.deleteFrom('logos').where('id', '=', `${logos[0]}`).execute();
    const answer = askForPalette(product, { logoId: logos[0] });
    await untilWaiting(product.db, 1);
    await deleting[outcome]().execute();
    assert.equal((await answer).statusCode, outcome === 'commit' ? 404 : 202);
  }
});

test('a tenant that changes while it is waited for is held to the quotas that it has then', async (t) => {
  const { product, logos, limitTo } = await setUp(t);
  await limitTo({ rendersPerDay: 1 });
  const answers: number[] = [];
  // The relay notes a turn; an operator gives more; an operator gives less.
  for (const change of [{ turn: 7 }, { quotas: '{"rendersPerDay": 2}' }, { quotas: '{"rendersPerDay": 2}' }]) {
    const changing = await product.db.startTransaction().execute();
    await changing.updateTable('tenants').set(change).execute();
    const answer = askForPalette(product, { logoId: logos[0] }, crypto.randomUUID());
    await untilWaiting(product.db, 1);
    await changing.commit().execute();
    answers.push((await answer).statusCode);
  }
  assert.deepEqual(answers, [202, 202, 429]);
});

test('what is counted of a tenant is what was committed when its turn came', async (t) => {
  const { product, logos, limitTo } = await setUp(t);
  await limitTo({ rendersPerDay: 5 });
  const holding = await product.db.startTransaction().execute();
  await holding.selectFrom('tenants').select('id').forNoKeyUpdate().execute();
  const answer = askForPalette(product, { logoId: logos[0] });
  await untilWaiting(product.db, 1);
  // After the statement has begun, by another that has its turn before.
  await sql`insert into counter_changes (tenant_id, name, day, change)
    values (${product.tenantId}, 'rendersAsked', (now() at time zone 'utc')::date, 5)`.execute(holding);
  await holding.commit().execute();
  const refused = await answer;
  assert.equal(refused.statusCode, 429);
  assert.equal(refused.json().quota.used, 5);
});

test('renders that are asked for at once, alone, in batches and under keys, keep exactly to a quota', async (t) => {
  const { product, logos, limitTo } = await setUp(t);
  await limitTo({ rendersPerDay: 9, unfinishedRenders: 100 });
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, number) => {
      const payload = number % 3 === 0 ? { logoIds: logos } : { logoId: logos[0] };
      return askForPalette(product, payload, number % 2 === 0 ? `${number}` : undefined);
    }),
  );
  const taken = answers.filter(({ statusCode }) => statusCode === 202).map((answer) => answer.json());
  assert.equal(
    taken.reduce((sum, render) => sum + (render.children?.total ?? 1), 0),
    9,
  );
  const rows = await product.db.selectFrom('renders').select('id').where('logo_id', 'is not', null).execute();
  assert.equal(rows.length, 9);
  const refusals = new Set(answers.filter(({ statusCode }) => statusCode !== 202).map((answer) => answer.statusCode));
  assert.deepEqual([...refusals], [429]);
});
