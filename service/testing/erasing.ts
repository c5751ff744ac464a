import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { byOperator } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { sql } from 'kysely';
import { type ErasureDeps, eraseNext } from '../erasure/erasures.ts';
import { eraseTenant } from '../use-cases/erase-tenant.ts';
import type { TestApp } from './app.ts';

/** Begins to erase a tenant. */
export async function beginErasing(db: Database, tenantId: string): Promise<void> {
  await db.transaction().execute((tx) => eraseTenant(tx, byOperator(tenantId)));
}

/** Carries erasures out as far as it goes now, as the loop in the API does; of a time that nothing waits for unless said. */
export async function carryOut(product: TestApp, changes: Partial<ErasureDeps> = {}): Promise<void> {
  const { db, queue, store, receipts } = product;
  while (await eraseNext({ db, queue, store, signer: receipts, settleSeconds: 0, logger: silent, ...changes }));
}

/** Lets the time come at which nothing can be under way any more. */
export async function settle({ db }: Pick<TestApp, 'db'>): Promise<void> {
  await db
    .updateTable('erasures')
    .where('state', '<>', 'succeeded')
    .set({ settles_at: sql`now()`, due_at: sql`now()` })
    .execute();
}

/** Carries an erasure out by processes that are killed, each a page later than the one before. Gives how many were. */
export async function killAtEachPage(product: TestApp): Promise<number> {
  const script = new URL('./erase-then-die.ts', import.meta.url).pathname;
  const key = randomBytes(32).toString('base64');
  for (let kills = 0; ; kills += 1) {
    // A process that was killed has it to itself for a while.
    await settle(product);
    const child = spawn(process.execPath, [script, product.url, product.folder, String(kills + 1), key], {
      stdio: 'inherit',
    });
    const [, signal] = await once(child, 'exit');
    if (signal === null) return kills;
    assert.equal(signal, 'SIGKILL');
  }
}
