import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

/** What each folder may import of ours. The lint configuration is proved against this table. */
const ARROWS: Record<string, readonly string[]> = {
  contract: [],
  core: ['contract'],
  service: ['contract', 'core'],
  worker: ['contract', 'core'],
  standalone: ['contract', 'core'],
  infra: ['contract'],
  e2e: ['client'],
  bench: ['contract', 'core', 'service', 'worker', 'standalone'],
  client: [],
  cli: ['client'],
};

const root = dirname(import.meta.dirname);

/** Lints files in a folder of their own by the project's configuration, and tells the lines refused in each. */
async function refusedLines(files: Record<string, readonly string[]>): Promise<Map<string, number[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'logomorph-arrows-'));
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => rm(folder, { recursive: true }));
  await copyFile(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const [path, lines] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), lines.join('\n'));
  }
  const args = ['lint', '--reporter=github', '--only=style/noRestrictedImports', '--max-diagnostics=none', '.'];
  const output = await new Promise<string>((settle) => {
    execFile(join(root, 'node_modules/.bin/biome'), args, { cwd: folder }, (_, stdout) => settle(stdout));
  });
  const refused = new Map(Object.keys(files).map((path): [string, number[]] => [path, []]));
  for (const [, path, line] of output.matchAll(/noRestrictedImports,file=(.*?),line=(\d+)/g)) {
    refused.get(relative(folder, path ?? ''))?.push(Number(line));
  }
  return refused;
}

for (const [folder, allowed] of Object.entries(ARROWS)) {
  test(`${folder} imports ${allowed.join(', ') || 'nothing of ours'}`, async () => {
    const others = [...Object.keys(ARROWS), 'scripts'].filter((other) => other !== folder);
    const importsAt = (up: string) =>
      others.flatMap((other) => [
        { other, source: `@logomorph/${other}/b.ts` },
        { other, source: `${up}${other}/b.ts` },
        { other, source: `${up}${other}/deep/b.ts` },
      ]);
    const places = { '../': 'a.ts', '../../': 'deep/a.test.ts', '../../../': 'deep/er/a.ts' };
    const files = Object.entries(places).map(([up, name]) => ({ path: `${folder}/${name}`, imports: importsAt(up) }));
    const refused = await refusedLines(
      Object.fromEntries(files.map(({ path, imports }) => [path, imports.map(({ source }) => `import '${source}';`)])),
    );
    for (const { path, imports } of files) {
      const wanted = imports.filter(({ other }) => !allowed.includes(other)).map(({ source }) => source);
      const found = refused.get(path)?.map((line) => imports[line - 1]?.source);
      assert.deepEqual(found?.sort(), wanted.sort());
    }
  });
}

test('a folder imports its own files and any package', async () => {
  const lines = ['./service/b.ts', '../worker.ts', '@logomorph/core/c.ts', 'fastify'];
  const refused = await refusedLines({ 'worker/deep/a.ts': lines.map((source) => `import '${source}';`) });
  assert.deepEqual(refused.get('worker/deep/a.ts'), []);
});
