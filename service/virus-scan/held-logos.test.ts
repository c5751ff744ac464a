import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { listen } from '@logomorph/core/testing/listen.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';
import { relayOutbox } from '../relay.ts';
import { OTHER_SVG, objectsIn, SVG, testApp } from '../testing/app.ts';
import { problemOf } from '../testing/problem-of.ts';
import { queueWithRoom } from '../testing/released.ts';
import { renderCreator } from '../use-cases/new-render.ts';
import { scanHeldLogo, startHeldScans } from './held-logos.ts';
import { broken, depsOf, INFECTED_SVG, post, SIGNATURE, scannedApp, well } from './testing/scanned-app.ts';

const kit = (logoId: string) => ({ logoId, recipe: completeRecipe('kit') });

test('renders of a held logo are taken, and handed over once it is released', async (t) => {
  const { product, clamd, upload, scanHeld } = await scannedApp(t);
  const { app, db, headers } = product;
  const free = (await upload(OTHER_SVG)).json();
  clamd.answer = broken;
  const held = (await upload(SVG)).json();
  const ask = async (payload: object) => {
    const answer = await post(product, '/v1/renders', payload);
    assert.equal(answer.statusCode, 202, answer.body);
    return answer.json().id;
  };
  const waiting = [
    await ask(kit(held.id)),
    await ask({ logoId: held.id, toLogoId: free.id, recipe: { type: 'morph' } }),
    await ask({ logoId: free.id, toLogoId: held.id, recipe: { type: 'morph' } }),
  ];
  const other = await ask(kit(free.id));
  const batch = await ask({ logoIds: [free.id, held.id], recipe: { type: 'kit' } });
  const queue = queueWithRoom(10);
  await relayOutbox(db, queue);
  const children = await db.selectFrom('renders').select(['id', 'logo_id']).where('parent_id', '=', batch).execute();
  const childOf = ({ id }: { id: string }) => children.find(({ logo_id }) => logo_id === id)?.id ?? assert.fail();
  assert.deepEqual(queue.came.sort(), [other, childOf(free)].sort());
  assert.equal((await app.inject({ url: `/v1/renders/${waiting[0]}`, headers })).json().state, 'queued');
  assert.match(
    await product.metrics.registry.metrics(),
    /^logomorph_outbox_size 0$/m,
    'they do not wait for the queue',
  );

  assert.equal(await scanHeld(), 'scanner-down');
  assert.deepEqual(await relayOutbox(db, queue), { released: 0, left: false });
  clamd.answer = well;
  await db.updateTable('logos').set({ scan_due_at: new Date() }).execute();
  assert.equal(await scanHeld(), 'settled');
  assert.equal((await app.inject({ url: `/v1/logos/${held.id}`, headers })).json().scan, undefined);
  queue.came.length = 0;
  await relayOutbox(db, queue);
  assert.deepEqual(queue.came.sort(), [...waiting, childOf(held)].sort());
  assert.equal(await scanHeld(), 'none-due');
});

test('one that is infected is gone with its bytes, and why is told to who asks for it', async (t) => {
  const timeBudgets = { transformWait: 0.05 };
  const { product, clamd, log, upload, scanHeld } = await scannedApp(t, 'hold', { timeBudgets });
  const { app, db, headers, tenantId } = product;
  clamd.answer = broken;
  const logo = (await upload(INFECTED_SVG)).json();
  const render = (await post(product, '/v1/renders', kit(logo.id))).json();
  const wish = { logoId: logo.id, recipe: { type: 'variant' } };
  const address = (await post(product, '/v1/transforms', wish)).json().url;
  assert.equal((await app.inject({ url: address })).statusCode, 503, 'it waits for the scan');
  clamd.answer = well;
  assert.equal(await scanHeld(), 'settled');

  assert.deepEqual(await objectsIn(product), []);
  const url = `/v1/logos/${logo.id}`;
  for (const answer of [
    await app.inject({ url, headers }),
    await app.inject({ url: `/v1/logos/sha256/${logo.sha256}`, headers }),
    await post(product, '/v1/renders', kit(logo.id)),
    await upload(INFECTED_SVG),
  ]) {
    assert.deepEqual([answer.statusCode, problemOf(answer)], [422, 'logo-infected'], answer.body);
  }
  const refused = await post(product, '/v1/renders', { logoIds: [logo.id, tenantId], recipe: { type: 'kit' } });
  assert.deepEqual(refused.json().errors, [
    { pointer: '/logoIds/0', detail: 'A virus scanner has found something in it' },
  ]);
  const named = await post(product, '/v1/transforms', wish);
  assert.deepEqual([named.statusCode, problemOf(named)], [422, 'logo-infected']);
  assert.deepEqual(named.json().errors, [{ pointer: '/logoId', detail: 'A virus scanner has found something in it' }]);
  assert.equal((await app.inject({ url: address })).statusCode, 404);
  const renders = await db.selectFrom('renders').select('id').execute();
  assert.deepEqual(renders, [{ id: render.id }]);
  const another = await product.newKey('another');
  assert.equal((await app.inject({ url, headers: another.headers })).statusCode, 404);
  const [line] = log.lines('an infected logo was held, and is removed');
  assert.deepEqual([line?.tenantId, line?.logoId, line?.sha256], [tenantId, logo.id, sha256(INFECTED_SVG)]);
  const audited = await db.selectFrom('audit_pending').select(['action', 'target_id', 'details']).execute();
  assert.deepEqual(
    audited.filter(({ action }) => action === 'logo.quarantined'),
    [
      {
        action: 'logo.quarantined',
        target_id: logo.id,
        details: { sha256: sha256(INFECTED_SVG), signature: SIGNATURE },
      },
    ],
  );
  // A worker is brought it, and finds the logo gone.
  const queue = queueWithRoom(10);
  await relayOutbox(db, queue);
  assert.deepEqual(queue.came, [render.id]);
});

test('replicas that look at once scan each logo once', async (t) => {
  const { clamd, upload, scanHeld } = await scannedApp(t);
  clamd.answer = broken;
  const logos = Array.from({ length: 12 }, (_, index) => Buffer.from(SVG.toString().replace('20v', `${index}v`)));
  for (const logo of logos) await upload(logo);
  const scanned: string[] = [];
  clamd.answer = (command) => {
    scanned.push(sha256(command.bytes));
    well(command);
  };
  const work = [1, 2, 3, 4].map(async () => {
    while ((await scanHeld()) !== 'none-due');
  });
  await Promise.all(work);
  assert.deepEqual(scanned.sort(), logos.map(sha256).sort());
});

test('a scanner that is not there puts off no logo, and one that cannot be scanned puts off no other', async (t) => {
  const { product, clamd, upload, scanHeld } = await scannedApp(t);
  const { db } = product;
  const look = () =>
    db
      .selectFrom('logos')
      .select((eb) => ['scan', 'scan_attempts', eb('scan_due_at', '<=', sql<Date>`now()`).as('due')])
      .orderBy('created_at')
      .execute();
  clamd.answer = broken;
  await upload(SVG);
  await upload(OTHER_SVG);
  const gone = createServer();
  const port = await listen(t, gone);
  gone.close();
  await once(gone, 'close');
  const down = await testApp(t, {
    database: product,
    store: product.store,
    scanner: { host: '127.0.0.1', port, whenDown: 'hold' },
  });
  for (let round = 0; round < 5; round += 1) assert.equal(await scanHeldLogo(depsOf(down)), 'scanner-down');
  const untried = { scan: 'pending', scan_attempts: 0, due: true };
  assert.deepEqual(await look(), [untried, untried]);

  clamd.answer = ({ bytes, socket }) =>
    socket.end(bytes.equals(OTHER_SVG) ? 'stream: OK\0' : "stream: Can't allocate memory ERROR\0");
  const outcomes = [await scanHeld(), await scanHeld(), await scanHeld()];
  assert.deepEqual(outcomes.sort(), ['none-due', 'not-scanned', 'settled']);
  assert.deepEqual(await look(), [
    { scan: 'pending', scan_attempts: 1, due: false },
    { scan: null, scan_attempts: 1, due: null },
  ]);
});

test('a logo whose scan ended with its process is taken again, ever later', async (t) => {
  const { product, clamd, upload, scanHeld } = await scannedApp(t);
  const { db } = product;
  clamd.answer = broken;
  await upload(SVG);
  const delays: number[] = [];
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await db.updateTable('logos').set({ scan_due_at: new Date() }).execute();
    assert.equal(await scanHeld(), 'scanner-down');
    assert.equal(await scanHeld(), 'none-due');
    const { scan_due_at } = await db.selectFrom('logos').select('scan_due_at').executeTakeFirstOrThrow();
    delays.push(Math.round((Number(scan_due_at) - Date.now()) / 60_000));
  }
  assert.deepEqual(delays, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('a render that is being created of a logo when something is found in it is not lost', async (t) => {
  const { product, clamd, upload, scanHeld } = await scannedApp(t);
  const { db, tenantId } = product;
  clamd.answer = broken;
  const logo = (await upload(INFECTED_SVG)).json();
  clamd.answer = well;
  const tenant = await db.startTransaction().execute();
  await tenant.selectFrom('tenants').select('id').where('id', '=', tenantId).forUpdate().execute();
  const creating = renderCreator(product)(byOperator(tenantId), kit(logo.id));
  await untilWaiting(db, 1);
  const scanned = scanHeld();
  // The quarantine waits for the render, which holds the logo.
  await untilWaiting(db, 2);
  await tenant.commit().execute();
  const render = await creating;
  assert.equal(await scanned, 'settled');
  assert.deepEqual(await db.selectFrom('logos').select('id').execute(), []);
  const queue = queueWithRoom(10);
  await relayOutbox(db, queue);
  assert.deepEqual(queue.came, [render.id]);
});

test('a logo that is deleted while it is scanned stays deleted, and is remembered for nothing', async (t) => {
  const { product, clamd, upload, scanHeld } = await scannedApp(t);
  const { app, db, headers } = product;
  clamd.answer = broken;
  const logo = (await upload(INFECTED_SVG)).json();
  clamd.answer = async (command) => {
    assert.equal((await app.inject({ method: 'DELETE', url: `/v1/logos/${logo.id}`, headers })).statusCode, 204);
    well(command);
  };
  assert.equal(await scanHeld(), 'settled');
  assert.deepEqual(await db.selectFrom('quarantined_logos').selectAll().execute(), []);
});

test('all that is held is scanned soon after the scanner is back, and the relay is woken', async (t) => {
  const { product, clamd, upload } = await scannedApp(t);
  clamd.answer = broken;
  await upload(SVG);
  await upload(OTHER_SVG);
  await upload(INFECTED_SVG);
  clamd.answer = well;
  let woken = 0;
  const scans = startHeldScans(depsOf(product), 60, () => {
    woken += 1;
  });
  await until(async () => woken === 3);
  await scans.stop();
  const left = await product.db.selectFrom('logos').select(['sha256', 'scan']).orderBy('created_at').execute();
  assert.deepEqual(left, [
    { sha256: sha256(SVG), scan: null },
    { sha256: sha256(OTHER_SVG), scan: null },
  ]);
});
