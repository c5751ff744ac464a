import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { collect, SMALL, testRenderProcess } from '../../render-process/testing/render-processes.ts';
import type { RenderedFile } from '../render.ts';
import { INNARDS } from '../testing/assert-problem.ts';
import { kitRecipe, variantRecipe } from '../testing/render-all.ts';
import type { HostileLogo } from './hostile-logo.ts';
import { hostileLogos } from './hostile-logos.ts';
import { document } from './svg-document.ts';
import { type Canaries, canaries, socketsOf } from './testing/canaries.ts';

const VARIANT = variantRecipe({ width: 512, trim: true });
const LEFT_OUT = 'left out of the SVG: ';

test('the corpus has no name twice, and is the same each time it is made', async () => {
  const canary = { url: 'http://canary.example', path: '/canary.png' };
  const [logos, again] = [await hostileLogos(canary), await hostileLogos(canary)];
  assert.ok(logos.length >= 250, `${logos.length} files`);
  assert.equal(new Set(logos.map(({ name }) => name)).size, logos.length);
  for (const [index, { name, bytes }] of logos.entries()) assert.ok(again[index]?.bytes.equals(bytes), name);
});

test('the canaries tell of who touches them, also of what a library reads in another process', async (t) => {
  const { url, path, touched } = await canaries(t);
  await assert.rejects(fetch(url));
  assert.deepEqual([...touched], ['server']);
  touched.clear();
  const svg = join(dirname(path), 'logo.svg');
  writeFileSync(svg, document(`<image width="9" height="9" href="${path}"/>`));
  const script = `await (await import('sharp')).default(${JSON.stringify(svg)}).raw().toBuffer()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd: import.meta.dirname });
  assert.deepEqual([...touched], ['file']);
});

/** Renders hostile logos in one process: none may bring it down, or make it touch anything, or spoil what follows. */
async function survives(t: TestContext, logos: readonly HostileLogo[], canary: Canaries): Promise<void> {
  const { render, pid, replaced } = await testRenderProcess(t);
  const good = await collect(render, SMALL, VARIANT);
  const sockets = socketsOf(await pid());
  let mostSockets = 0;
  const looking = setInterval(async () => {
    mostSockets = Math.max(mostSockets, socketsOf(await pid()));
  }, 5);
  defer(t, () => clearInterval(looking));
  for (const logo of logos) {
    for (const recipe of [VARIANT, kitRecipe()]) {
      const what = `${logo.name} as a ${recipe.type}`;
      const { files, warnings } = await collect(render, logo, recipe).catch((error: unknown) => refusal(error, what));
      assertOutcome(logo, files, warnings, what);
      for (const file of files) assertHarmless(file, canary, what);
    }
  }
  assert.deepEqual(replaced, [], 'no process was replaced');
  assert.deepEqual([...canary.touched], []);
  assert.ok(mostSockets <= sockets, `${mostSockets} sockets, ${sockets} before`);
  assert.deepEqual(await collect(render, SMALL, VARIANT), good);
}

function refusal(error: unknown, what: string): { files: RenderedFile[]; warnings: string[] } {
  assert.ok(error instanceof ProblemError, `${what}: ${error}`);
  assert.doesNotMatch(error.message, INNARDS, what);
  return { files: [], warnings: [error.problem] };
}

function assertOutcome({ outcome }: HostileLogo, files: RenderedFile[], warnings: string[], what: string): void {
  if ('refused' in outcome) {
    assert.deepEqual([files.length, ...warnings], [0, outcome.refused], what);
    return;
  }
  const dropped = warnings.filter((warning) => warning.startsWith(LEFT_OUT));
  assert.deepEqual(
    dropped.map((warning) => warning.slice(LEFT_OUT.length)),
    outcome.rendered,
    `${what}: ${warnings}`,
  );
  assert.ok(files.length > 0, what);
}

/** Nothing of what a file was hostile by is in what is made of it. */
function assertHarmless({ name, mediaType, bytes }: RenderedFile, canary: { url: string; path: string }, what: string) {
  for (const trace of ['secret-tail', canary.url, canary.path]) {
    assert.ok(!bytes.includes(trace), `${what}: ${trace} in ${name}`);
  }
  if (mediaType === 'image/svg+xml') {
    assert.doesNotMatch(
      bytes.toString(),
      /<!|<\?|script|foreignObject|\son\w+=|javascript:|file:|data:(?!image\/)/i,
      what,
    );
  }
}

test('hostile files end no process, reach nothing, and leave nothing behind', { concurrency: 2 }, async (t) => {
  const canary = await canaries(t);
  const byClass = Object.groupBy(await hostileLogos(canary), ({ attackClass }) => attackClass);
  const classes = Object.entries(byClass).map(([attackClass, logos = []]) =>
    t.test(attackClass, (t) => survives(t, logos, canary)),
  );
  await Promise.all(classes);
});
