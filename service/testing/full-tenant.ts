import assert from 'node:assert/strict';
import { problem } from '@logomorph/contract/problem.ts';
import { byOperator, recordAudit } from '@logomorph/core/audit.ts';
import { discardObject } from '@logomorph/core/discarded-objects.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { outputKey } from '@logomorph/core/object-store/keys.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { chainAll } from '../audit/chain.ts';
import { relayOutbox } from '../relay.ts';
import { addUpChanges } from '../use-cases/counters.ts';
import { fanOut } from '../webhooks/fan-out.ts';
import { OTHER_SVG, SVG, type TestApp } from './app.ts';
import { addOutput } from './stored-output.ts';

/** What a tenant was given. */
export interface FullTenant {
  tenantId: string;
  headers: { authorization: string };
  logoId: string;
  /** Of a render that has succeeded, is running, waits, and of a batch. */
  renderIds: { succeeded: string; running: string; queued: string; batch: string };
  uploadId: string;
}

/** Gives a tenant something of all that there is. */
export async function fillTenant(product: TestApp, name: string): Promise<FullTenant> {
  const { app, db, queue, store, newKey } = product;
  const { tenantId, headers } = await newKey(name);
  let requests = 0;
  const post = async (url: string, payload: object | Buffer) => {
    requests += 1;
    const more = { ...headers, 'idempotency-key': `${name} ${requests}` };
    const answer = await app.inject({ method: 'POST', url, headers: more, payload });
    assert.ok(answer.statusCode < 300, answer.body);
    return answer.json();
  };
  await db
    .insertInto('identities')
    .values({ issuer: 'https://i', kind: 'user', subject: name, tenant_id: tenantId })
    .execute();
  const found = { tenant_id: tenantId, sha256: sha256(name), signature: 'Eicar-Signature' };
  await db.insertInto('quarantined_logos').values(found).execute();
  const webhook = await post('/v1/webhooks', { url: 'https://127.0.0.1/hook', description: name });
  const logoId = (await post('/v1/logos', SVG)).id;
  const otherId = (await post('/v1/logos', OTHER_SVG)).id;
  const sent = Buffer.from(`${SVG}<!-- ${name} -->`);
  const upload = await post('/v1/logos/uploads', { bytes: sent.length, sha256: sha256(sent), name });
  if (String(upload.request.url).startsWith('/')) {
    const put = await app.inject({
      method: 'PUT',
      url: upload.request.url,
      headers: { 'content-type': 'image/svg+xml' },
      payload: sent,
    });
    assert.equal(put.statusCode, 204, put.body);
  }
  const render = async (logo = logoId) => (await post('/v1/renders', { logoId: logo, recipe: { type: 'kit' } })).id;
  const renderIds = { succeeded: await render(), running: await render(), queued: '', batch: '' };
  for (const id of [renderIds.succeeded, renderIds.running]) {
    await addOutput({ db, store, tenantId }, id, {
      name: 'a/logo.png',
      mediaType: 'image/png',
      bytes: Buffer.from(name),
    });
  }
  await db.updateTable('renders').set({ state: 'running' }).where('id', '=', renderIds.running).execute();
  const succeeded = { type: 'succeeded', data: { outputs: 1 } } as const;
  await db.transaction().execute((tx) => finishRender(tx, renderIds.succeeded, succeeded));
  await relayOutbox(db, queue);
  renderIds.queued = await render(otherId);
  renderIds.batch = (await post('/v1/renders', { logoIds: [logoId, otherId], recipe: { type: 'palette' } })).id;
  await discardObject(db, outputKey(tenantId, 'gone', 'a.png'));
  const author = byOperator(tenantId);
  const record = (action: 'logo.created' | 'render.created') =>
    db.transaction().execute((tx) => recordAudit(tx, author, { action, target: { type: 'logo', id: logoId } }));
  await record('logo.created');
  await chainAll(db);
  await record('render.created');
  await addUpChanges(db);
  // Events that the dispatcher has not seen yet, and some that it has.
  await fanOut(db);
  await post(`/v1/webhooks/${webhook.id}/test`, {});
  const failed = await render();
  const end = { type: 'failed', data: problem('empty-logo', 'It shows nothing') } as const;
  await db.transaction().execute((tx) => finishRender(tx, failed, end));
  return { tenantId, headers, logoId, renderIds, uploadId: upload.id };
}
