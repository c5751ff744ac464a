import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { OTHER_SVG, SVG } from '../testing/app.ts';
import { scanByClamd } from './clamd.ts';
import { ScanFailed } from './scan-failed.ts';
import { realClamd, TEST_SIGNATURE, TEST_VIRUS } from './testing/real-clamd.ts';

// biome-ignore lint/style/noProcessEnv: where CI is set nothing may be skipped, so there the tests fail for want of a clamd
const isThere = process.env.CI === 'true' || spawnSync('clamd', ['--version']).error === undefined;
const infected = Buffer.from(SVG.toString().replace('</svg>', `<!-- ${TEST_VIRUS} --></svg>`));

describe(isThere ? 'the real clamd' : 'the real clamd: skipped, as no clamd is installed', { skip: !isThere }, () => {
  test('it finds what is in a logo, wherever, and nothing in others', async (t) => {
    const clamd = await realClamd(t);
    assert.equal(await scanByClamd(clamd, SVG, 10), undefined);
    assert.equal(await scanByClamd(clamd, infected, 10), TEST_SIGNATURE);
    const large = randomBytes(5_000_000);
    assert.equal(await scanByClamd(clamd, large, 10), undefined);
    assert.equal(await scanByClamd(clamd, Buffer.concat([large, Buffer.from(TEST_VIRUS)]), 10), TEST_SIGNATURE);
  });

  test('it is asked by many at once', async (t) => {
    const clamd = await realClamd(t, ['MaxThreads 2']);
    const found = await Promise.all(
      Array.from({ length: 40 }, (_, index) => scanByClamd(clamd, index % 2 === 0 ? infected : OTHER_SVG, 10)),
    );
    assert.equal(found.filter((name) => name === TEST_SIGNATURE).length, 20);
  });

  test('more than it takes is told as that', async (t) => {
    const clamd = await realClamd(t, ['StreamMaxLength 1M']);
    assert.equal(await scanByClamd(clamd, randomBytes(1_000_000), 10), undefined);
    await assert.rejects(scanByClamd(clamd, randomBytes(10_000_000), 10), (error: unknown) => {
      assert.ok(error instanceof ScanFailed);
      // It resets the connection right after its answer, which is lost if the reset is seen first.
      assert.ok(error.failure === 'too-large' || error.failure === 'broken', error.message);
      return true;
    });
  });
});
