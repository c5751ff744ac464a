import assert from 'node:assert/strict';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { LOGOS } from '../harness/logos.ts';
import { execute, installPacked } from '../harness/packed.ts';
import { newDataFolder, startProduct } from '../harness/product.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A program of somebody who is not told about our own types. */
const COMPILER_OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
};

test('the packed client has types, which tell right uses from wrong ones', async () => {
  await using folder = await installPacked('client');
  const uses = await readFile(join(import.meta.dirname, '../harness/uses-client.ts'), 'utf8');
  await writeFile(join(folder.path, 'use.ts'), uses.replace('../../client/index.ts', '@logomorph/client'));
  const project = { compilerOptions: COMPILER_OPTIONS, files: ['use.ts'] };
  await writeFile(join(folder.path, 'tsconfig.json'), JSON.stringify(project));
  const { stdout } = await execute(join(ROOT, 'node_modules/.bin/tsc'), ['--noEmit'], { cwd: folder.path }).catch(
    (error) => error,
  );
  assert.equal(stdout, '');
  const installed = join(folder.path, 'node_modules/@logomorph/client');
  const { dependencies, exports } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  assert.equal(dependencies, undefined);
  const paths = Object.values<Record<string, string>>(exports).flatMap((conditions) => Object.values(conditions));
  assert.ok(paths.length > 1);
  for (const path of paths) await access(join(installed, path));
});

test('the example of its README makes a kit, from plain JavaScript', async () => {
  await using data = await newDataFolder();
  await using product = await startProduct(data.path, {});
  await using folder = await installPacked('client');
  const readme = await readFile(join(folder.path, 'node_modules/@logomorph/client/README.md'), 'utf8');
  await writeFile(join(folder.path, 'example.js'), /^```js\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? '');
  await writeFile(join(folder.path, 'logo.svg'), await LOGOS['an SVG icon']());
  const { stdout } = await execute(process.execPath, ['example.js'], {
    cwd: folder.path,
    env: { LOGOMORPH_API: product.baseUrl, LOGOMORPH_API_KEY: product.key },
  });
  assert.match(stdout, /^queued\nstarted\n(output\n)+succeeded\n$/);
  const files = await readdir(join(folder.path, 'kit'));
  assert.equal(files.length, stdout.match(/output/g)?.length);
  assert.ok(files.includes('favicon.ico'));
});
