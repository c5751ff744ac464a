import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { removeDiscarded } from '@logomorph/core/discarded-objects.ts';
import { logoKey, uploadKey } from '@logomorph/core/object-store/keys.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';
import { newLogo, OTHER_SVG, objectsIn, SVG, testApp } from '../testing/app.ts';
import { problemOf } from '../testing/problem-of.ts';

test('a logo is announced, sent without a key, and completed once', async (t) => {
  const { product, announce, send, complete, read } = await setUp(t);
  const upload = (await announce({ name: 'Acme', metadata: { brand: 'acme' } })).json();
  assert.equal(upload.state, 'pending');
  assert.match(upload.request.url, /^\/uploads\//);
  assert.equal((await send(upload)).statusCode, 204);
  assert.deepEqual(await objectsIn(product), [uploadKey(product.tenantId, upload.id)]);
  const done = await complete(upload);
  assert.equal(done.statusCode, 201);
  const logo = done.json();
  assert.deepEqual([logo.name, logo.metadata, logo.sha256], ['Acme', { brand: 'acme' }, sha256(SVG)]);
  assert.deepEqual(await objectsIn(product), [logoKey(product.tenantId, logo.id)]);
  const again = await complete(upload);
  assert.deepEqual([again.statusCode, again.json()], [200, logo]);
  const { state, logo: found } = (await read(upload)).json();
  assert.deepEqual([state, found], ['completed', logo]);
  assert.equal(problemOf(await send(upload)), 'upload-completed');
});

test('bytes may be sent under any content type, and under what is none', async (t) => {
  const { announce, product } = await setUp(t);
  const { url } = (await announce()).json().request;
  for (const type of ['image/png', 'image', '///']) {
    const answer = await product.app.inject({ method: 'PUT', url, headers: { 'content-type': type }, payload: SVG });
    assert.equal(answer.statusCode, 204, type);
  }
});

test('bytes are not sent more often than the limit of the tenant', async (t) => {
  const { announce, send, product } = await setUp(t, { rateLimits: { signed: 1 } });
  const upload = (await announce()).json();
  assert.equal((await send(upload, SVG.subarray(1))).statusCode, 422);
  const refused = await send(upload);
  assert.deepEqual([refused.statusCode, problemOf(refused)], [429, 'rate-limited']);
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  assert.deepEqual(await objectsIn(product), []);
});

test('bytes that there is no room for are refused before they are sent', async (t) => {
  const { announce } = await setUp(t, { quotas: { storedBytes: SVG.length } });
  const refused = await announce({ bytes: SVG.length + 1 });
  assert.deepEqual([refused.statusCode, problemOf(refused)], [409, 'storage-full']);
  assert.deepEqual(refused.json().quota, { name: 'storedBytes', limit: SVG.length, used: 0 });
  assert.equal((await announce()).statusCode, 201, 'what was refused takes nothing');
});

test('two that complete at once get one logo', async (t) => {
  const { product, announce, send, complete } = await setUp(t);
  const upload = (await announce()).json();
  await send(upload);
  const answers = await Promise.all([1, 2, 3].map(() => complete(upload)));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 200, 201]);
  assert.equal(new Set(answers.map((answer) => answer.json().id)).size, 1);
  assert.equal((await product.db.selectFrom('logos').select('id').execute()).length, 1);
});

test('uploads that are completed at once take memory for what was announced, and no more', async (t) => {
  const { product, announce, send, complete } = await setUp(t, { maxLogoBytes: LIMITS.logoBytes });
  const sent = async (bytes: Buffer<ArrayBuffer>) => {
    const upload = (await announce({ bytes: bytes.length, sha256: sha256(bytes) })).json();
    assert.equal((await send(upload, bytes)).statusCode, 204);
    return upload;
  };
  const large = (more: number) =>
    sent(Buffer.from(`${SVG}`.replace('</svg>', `${' '.repeat(9 * 1024 * 1024 + more)}</svg>`)));
  const first = [await large(0), await large(1), await large(2)];
  const [fourth, small] = [await large(3), await sent(SVG)];

  const completing: ReturnType<typeof complete>[] = [];
  await product.db.transaction().execute(async (tx) => {
    await sql`lock table logos in exclusive mode`.execute(tx);
    completing.push(...first.map(complete));
    await untilWaiting(product.db, 3);
    const refused = await complete(fourth);
    assert.deepEqual([refused.statusCode, problemOf(refused)], [503, 'unavailable']);
    completing.push(complete(small));
    await untilWaiting(product.db, 4);
  });
  for (const answer of await Promise.all(completing)) assert.equal(answer.statusCode, 201, answer.body);
  assert.equal((await complete(fourth)).statusCode, 201);
});

test('bytes that are here already need not be sent', async (t) => {
  const { product, announce, complete } = await setUp(t);
  const id = await newLogo(product);
  const answer = await announce();
  assert.equal(answer.statusCode, 201);
  const upload = answer.json();
  assert.deepEqual([upload.state, upload.logo.id, upload.request], ['completed', id, undefined]);
  assert.deepEqual([(await complete(upload)).statusCode, (await complete(upload)).json().id], [200, id]);
});

test('what is not yet sent is not completed, and wrong bytes leave nothing', async (t) => {
  const { product, announce, send, complete } = await setUp(t);
  const upload = (await announce()).json();
  assert.deepEqual([(await complete(upload)).statusCode, problemOf(await complete(upload))], [409, 'not-uploaded']);
  const wrong = Buffer.from(SVG);
  wrong.writeUInt8(32, 30);
  for (const [payload, problem] of [
    [Buffer.concat([SVG, Buffer.from(' ')]), 'body-too-large'],
    [SVG.subarray(1), 'digest-mismatch'],
    [wrong, 'digest-mismatch'],
    [Buffer.alloc(0), 'digest-mismatch'],
  ] as const) {
    assert.equal(problemOf(await send(upload, payload)), problem);
    assert.deepEqual(await objectsIn(product), []);
  }
  await send(upload);
  await send(upload, wrong);
  assert.equal((await complete(upload)).statusCode, 201, 'what was sent before stays');
});

test('other bytes that the store took are told, and may be sent again', async (t) => {
  const { product, announce, send, complete } = await setUp(t);
  const upload = (await announce()).json();
  const key = uploadKey(product.tenantId, upload.id);
  for (const other of [OTHER_SVG, Buffer.concat([SVG, SVG])]) {
    await product.store.put(key, other, '');
    assert.equal(problemOf(await complete(upload)), 'digest-mismatch');
  }
  await send(upload);
  assert.equal((await complete(upload)).statusCode, 201);
});

test('fewer bytes than were announced are not taken, by their SHA-256 either', async (t) => {
  const { product, announce, send, complete } = await setUp(t);
  const upload = (await announce({ bytes: SVG.length + 1000 })).json();
  const refused = await send(upload);
  assert.equal(problemOf(refused), 'digest-mismatch');
  assert.match(refused.json().detail, new RegExp(`^${SVG.length + 1000} bytes were announced, and ${SVG.length} came`));
  assert.deepEqual(await objectsIn(product), []);
  await product.store.put(uploadKey(product.tenantId, upload.id), SVG, '');
  assert.equal(problemOf(await complete(upload)), 'digest-mismatch');

  await newLogo(product);
  for (const bytes of [SVG.length - 1, SVG.length + 1]) {
    const answer = await announce({ bytes });
    assert.equal(answer.statusCode, 422);
    assert.equal(answer.json().errors[0].pointer, '/bytes');
  }
});

test('what is no picture is refused when it is completed', async (t) => {
  const { announce, send, complete } = await setUp(t);
  const text = Buffer.from('%PDF-1.7 not a picture');
  const upload = (await announce({ bytes: text.length, sha256: sha256(text) })).json();
  assert.equal((await send(upload, text)).statusCode, 204);
  assert.equal(problemOf(await complete(upload)), 'unknown-logo-format');
});

test('an upload that expires is closed, and its bytes are removed', async (t) => {
  const { product, announce, send, complete, read } = await setUp(t);
  const upload = (await announce()).json();
  await send(upload);
  await removeDiscarded(product.db, product.store, 0);
  assert.equal((await objectsIn(product)).length, 1, 'not before its time');
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + LIMITS.uploadSeconds * 1000 });
  assert.deepEqual([problemOf(await send(upload)), (await send(upload)).statusCode], ['address-expired', 403]);
  assert.equal((await read(upload)).json().state, 'pending', 'its end is by the clock of the database');
  t.mock.timers.reset();
  await product.db.updateTable('logo_uploads').set({ expires_at: sql`now()` }).execute();
  assert.deepEqual([problemOf(await send(upload)), (await send(upload)).statusCode], ['upload-expired', 410]);
  assert.deepEqual([problemOf(await complete(upload)), (await complete(upload)).statusCode], ['upload-expired', 410]);
  assert.equal((await read(upload)).json().state, 'expired');
  await removeDiscarded(product.db, product.store, -LIMITS.uploadSeconds - 60);
  assert.deepEqual(await objectsIn(product), []);
});

test('an upload is its own tenant’s, and its address lets in to nothing else', async (t) => {
  const { product, announce, send } = await setUp(t);
  const [upload, other] = [(await announce()).json(), (await announce()).json()];
  const { app, newKey } = product;
  const { headers } = await newKey('other');
  const url = `/v1/logos/uploads/${upload.id}`;
  assert.equal((await app.inject({ url, headers })).statusCode, 404);
  assert.equal((await app.inject({ method: 'POST', url: `${url}/complete`, headers })).statusCode, 404);
  const forged = { request: { url: upload.request.url.replace(upload.id, other.id) } };
  assert.equal(problemOf(await send(forged)), 'wrong-signature');
});

test('announcements are bounded in size and number', async (t) => {
  const { product, announce } = await setUp(t);
  assert.equal(problemOf(await announce({ bytes: product.maxLogoBytes + 1 })), 'logo-too-large');
  assert.equal(problemOf(await announce({ bytes: LIMITS.logoBytes + 1 })), 'logo-too-large');
  for (let count = 1; count < LIMITS.openUploads; count += 1) assert.equal((await announce()).statusCode, 201);
  // Of those that come at once for the last place, one has it.
  const answers = await Promise.all([announce(), announce(), announce()]);
  const refused = answers.filter(({ statusCode }) => statusCode !== 201);
  assert.deepEqual(refused.map(problemOf), ['too-many-uploads', 'too-many-uploads']);
});

test('an upload that is canceled is gone with its bytes, and makes room for another', async (t) => {
  const { product, announce, send, complete, read, cancel } = await setUp(t);
  const uploads = [];
  for (let count = 0; count < LIMITS.openUploads; count += 1) uploads.push((await announce()).json());
  const [upload, other] = uploads;
  await send(upload);
  assert.equal(problemOf(await announce()), 'too-many-uploads');
  const { headers } = await product.newKey('other');
  assert.equal((await cancel(upload, headers)).statusCode, 404);
  const answers = await Promise.all([cancel(upload), cancel(upload)]);
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [204, 404]);
  assert.deepEqual(await objectsIn(product), []);
  for (const answer of [await read(upload), await complete(upload), await send(upload), await cancel(upload)]) {
    assert.equal(problemOf(answer), 'not-found');
  }
  const key = uploadKey(product.tenantId, upload.id);
  const notes = await product.db.selectFrom('discarded_objects').where('object_key', '=', key).selectAll().execute();
  assert.equal(notes.length, 1, 'what comes by its address all the same is removed');
  assert.equal((await announce()).statusCode, 201);
  await send(other);
  await complete(other);
  assert.equal(problemOf(await cancel(other)), 'upload-completed');
});

async function setUp(t: TestContext, overrides: Parameters<typeof testApp>[1] = {}) {
  const product = await testApp(t, overrides);
  const { app, headers } = product;
  type Upload = { id: string; request: { url: string } };
  const complete = ({ id }: Upload) => app.inject({ method: 'POST', url: `/v1/logos/uploads/${id}/complete`, headers });
  return {
    product,
    complete,
    announce: (more = {}) =>
      app.inject({
        method: 'POST',
        url: '/v1/logos/uploads',
        headers,
        payload: { bytes: SVG.length, sha256: sha256(SVG), ...more },
      }),
    send: ({ request: { url } }: Pick<Upload, 'request'>, payload = SVG) => app.inject({ method: 'PUT', url, payload }),
    cancel: ({ id }: Upload, as = headers) =>
      app.inject({ method: 'DELETE', url: `/v1/logos/uploads/${id}`, headers: as }),
    read: ({ id }: Upload) => app.inject({ url: `/v1/logos/uploads/${id}`, headers }),
  };
}
