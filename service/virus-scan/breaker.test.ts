import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { SVG } from '../testing/app.ts';
import { PAUSE, TIMEOUTS } from './breaker.ts';
import { scanHeldLogo } from './held-logos.ts';
import { ScanFailed } from './scan-failed.ts';
import { depsOf, scannedApp, well } from './testing/scanned-app.ts';

const hangs = () => {};

/** A scanner whose clamd hangs until `clamd.answer` is changed, and how its scans end. */
async function scannerThatHangs(t: TestContext) {
  const clock = { now: 0 };
  const timeBudgets = { logoScan: 0.1 };
  const { product, clamd, upload } = await scannedApp(t, 'hold', { timeBudgets, now: () => clock.now });
  const { scanner, metrics } = product;
  assert.ok(scanner);
  clamd.answer = hangs;
  const scan = (seconds = 0.1) =>
    scanner.scan(SVG, seconds).then(
      () => 'clean',
      (error: unknown) => (error instanceof ScanFailed ? error.failure : String(error)),
    );
  const hang = async () => {
    for (let count = 0; count < TIMEOUTS; count += 1) assert.equal(await scan(), 'timeout');
  };
  const counted = async () => {
    const { values } = await metrics.logoScans.get();
    return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]));
  };
  return { product, clock, clamd, upload, scan, hang, counted };
}

test('a scanner that hangs is not asked for a while, and nobody waits for it', async (t) => {
  const { clock, clamd, scan, hang, counted } = await scannerThatHangs(t);
  await hang();
  clamd.answer = () => assert.fail('it is asked');
  assert.equal(await scan(60), 'paused');
  clock.now += PAUSE - 1;
  assert.equal(await scan(60), 'paused');
  assert.deepEqual(await counted(), { timeout: TIMEOUTS, paused: 2 }, 'each is counted as what it was');
});

test('then one scan finds out whether it answers again, while others still do not wait', async (t) => {
  const { clock, clamd, scan, hang } = await scannerThatHangs(t);
  await hang();
  clock.now += PAUSE;
  assert.deepEqual(await Promise.all([scan(), scan(60), scan(60)]), ['timeout', 'paused', 'paused']);
  assert.equal(await scan(60), 'paused', 'it does not, so the pause begins anew');

  clock.now += PAUSE;
  clamd.answer = well;
  assert.deepEqual(await Promise.all([scan(60), scan(60)]), ['clean', 'paused']);
  assert.deepEqual(await Promise.all([scan(60), scan(60)]), ['clean', 'clean']);
});

test('timeouts with answers between them say nothing of the scanner', async (t) => {
  const { clamd, scan } = await scannerThatHangs(t);
  for (let count = 0; count < TIMEOUTS; count += 1) {
    clamd.answer = hangs;
    assert.equal(await scan(), 'timeout');
    clamd.answer = well;
    assert.equal(await scan(60), 'clean');
  }
});

test('held logos wait without losing their turns, and are scanned when it answers again', async (t) => {
  const { product, clock, clamd, upload, hang } = await scannerThatHangs(t);
  await hang();
  for (const name of ['a', 'b']) {
    const { scan } = (await upload(Buffer.from(SVG.toString().replace('</svg>', `<!-- ${name} --></svg>`)))).json();
    assert.equal(scan, 'pending');
  }
  const scanHeld = () => scanHeldLogo(depsOf(product));
  assert.equal(await scanHeld(), 'scanner-down');
  const logos = await product.db.selectFrom('logos').select('scan_attempts').execute();
  assert.deepEqual(logos, [{ scan_attempts: 0 }, { scan_attempts: 0 }]);
  clamd.answer = well;
  clock.now += PAUSE;
  assert.deepEqual([await scanHeld(), await scanHeld(), await scanHeld()], ['settled', 'settled', 'none-due']);
});
