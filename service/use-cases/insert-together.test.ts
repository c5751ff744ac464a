import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { Render } from '@logomorph/contract/render.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';
import { newLogo, testApp } from '../testing/app.ts';
import { claimKey, type KeyClaim } from './idempotency.ts';
import { renderCreator } from './new-render.ts';

const SAME = { asSent: 'same', canonical: 'same' };

/** Two tenants with a logo each, and what creates a render; those that are asked for in one turn share a statement. */
async function setUp(t: TestContext) {
  const product = await testApp(t);
  const { db, tenantId, newKey } = product;
  const other = await newKey('other');
  const create = renderCreator(product);
  const recipe = completeRecipe('palette');
  const ask = (who: string, logoId: string, claim?: KeyClaim) =>
    create(
      byOperator(who),
      { logoId, recipe },
      (render) => claim && { claim, answer: { status: 202, headers: {}, body: JSON.stringify(render) } },
    ).catch((error: unknown) => (error instanceof ProblemError ? error.problem : 'internal'));
  const claim = async (who: string, key: string) => {
    const taken = await claimKey(db, who, key, SAME);
    assert.ok('claim' in taken);
    return taken;
  };
  const theirs = await newLogo({ ...product, ...other });
  return { db, us: tenantId, them: other.tenantId, ours: await newLogo(product), theirs, ask, claim };
}

const isMade = (answer: Render | string) => typeof answer !== 'string';
const outcomes = (answers: (Render | string)[]) => answers.map((answer) => (isMade(answer) ? 'made' : answer));

test('renders that are asked for at once share a statement, and each is made or refused as it is alone', async (t) => {
  const { db, us, them, ours, theirs, ask, claim } = await setUp(t);
  const [late, ourKey, theirKey] = [await claim(us, 'late'), await claim(us, 'key'), await claim(them, 'key')];
  await db
    .updateTable('idempotency_keys')
    .where('key', '=', 'late')
    .set({ claimed_at: new Date(0) })
    .execute();
  const taker = await claim(us, 'late');
  const answers = await Promise.all([
    ask(us, ours),
    ask(them, theirs, theirKey),
    ask(us, theirs),
    ask(them, crypto.randomUUID()),
    ask(us, ours, late),
    ask(us, ours, taker),
    ask(us, ours, ourKey),
  ]);
  assert.deepEqual(outcomes(answers), [
    ...['made', 'made', 'not-found', 'not-found', 'idempotency-key-in-use'],
    ...['made', 'made'],
  ]);
  const made = answers.filter((answer) => typeof answer !== 'string');
  assert.equal(new Set(made.map(({ createdAt }) => createdAt)).size, 1, 'they were created by one statement');
  const { rows } = await sql<{ row: unknown[] }>`
    select array[renders.id, renders.tenant_id, audit_pending.tenant_id, logo_id]::text[] as row
    from renders join render_events on render_id = renders.id join audit_pending on target_id = renders.id::text
    where seq = 1 order by renders.id`.execute(db);
  assert.deepEqual(
    rows.map(({ row }) => row),
    made.map(({ id, logoId }) => (logoId === ours ? [id, us, us, ours] : [id, them, them, theirs])),
  );
  for (const [who, key, render] of [
    [us, 'late', made[2]],
    [us, 'key', made[3]],
    [them, 'key', made[1]],
  ] as const) {
    const kept = await claimKey(db, who, key, SAME);
    assert.deepEqual('body' in kept && JSON.parse(String(kept.body)), render);
  }
  const counted = await sql`
    select tenant_id, name, sum(change)::int from counter_changes
    where name <> 'logoBytes' group by 1, 2 order by tenant_id = ${us}, name`.execute(db);
  assert.deepEqual(
    counted.rows.map((row) => Object.values(Object(row))),
    [
      ...[them, us].flatMap((who) => [
        [who, 'rendersAsked', who === us ? 3 : 1],
        [who, 'unfinishedRenders', who === us ? 3 : 1],
      ]),
    ],
  );
});

test('one that the database refuses fails alone', async (t) => {
  const { db, us, them, ours, theirs, ask } = await setUp(t);
  await sql`alter table renders add constraint broken check (tenant_id <> ${sql.lit(them)})`.execute(db);
  const answers = await Promise.all([ask(us, ours), ask(them, theirs), ask(us, ours)]);
  assert.deepEqual(outcomes(answers), ['made', 'internal', 'made']);
  assert.equal((await db.selectFrom('renders').select('id').execute()).length, 2);
});

test('nobody waits for what is locked of another tenant', async (t) => {
  const { db, us, them, ours, theirs, ask } = await setUp(t);
  for (const [table, id] of [
    ['logos', theirs],
    ['tenants', them],
  ] as const) {
    const holding = await db.startTransaction().execute();
    await holding.selectFrom(table).select('id').where('id', '=', id).forUpdate().execute();
    const [held, ...others] = [ask(them, theirs), ask(us, ours), ask(us, ours)];
    assert.deepEqual(outcomes(await Promise.all(others)), ['made', 'made'], table);
    await untilWaiting(db, 1);
    assert.ok(isMade(await ask(us, ours)), 'also while it waits');
    await holding.commit().execute();
    assert.ok(isMade((await held) ?? ''));
  }
});

test('those of a tenant that share a statement keep to its quota, each counting those before it', async (t) => {
  const { db, us, them, ours, theirs, ask } = await setUp(t);
  const quotas = JSON.stringify({ rendersPerDay: 3 });
  await db.updateTable('tenants').where('id', '=', us).set({ quotas }).execute();
  const [over, made] = ['quota-exceeded', 'made'];
  const asked = [1, 2, 3, 4, 5].flatMap(() => [ask(us, ours), ask(them, theirs)]);
  assert.deepEqual(outcomes(await Promise.all(asked)), [made, made, made, made, made, made, over, made, over, made]);
  // The relay, or another replica, has it: it is waited for by those that need it.
  await db.updateTable('tenants').where('id', '=', us).set({ quotas: '{"rendersPerDay": 4}' }).execute();
  const holding = await db.startTransaction().execute();
  await holding.selectFrom('tenants').select('id').where('id', '=', us).forNoKeyUpdate().execute();
  const [first, second, free] = [ask(us, ours), ask(us, ours), ask(them, theirs)];
  assert.ok(isMade(await free));
  await untilWaiting(db, 2);
  await holding.commit().execute();
  assert.deepEqual(outcomes(await Promise.all([first, second])).sort(), [made, over]);
});
