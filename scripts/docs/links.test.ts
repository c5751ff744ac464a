import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { anchorsOf, linksOf } from './links.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const files = globSync('{*.md,*/**/*.md}', {
  cwd: ROOT,
  exclude: (path) => path.split('/').includes('node_modules'),
});

for (const file of files) {
  test(`the links of ${file} lead somewhere`, () => {
    const broken = linksOf(read(file)).filter((link) => !/^https?:\/\//.test(link) && !leads(file, link));
    assert.deepEqual(broken, []);
  });
}

test('links and anchors are found, those in code left out', () => {
  const text = '# A `b`, c\n[x](y.md#z) `[no](no.md)`\n```sh\n# no\n[no](no.md)\n```\n![p](q.png)\n';
  assert.deepEqual(linksOf(text), ['y.md#z', 'q.png']);
  assert.deepEqual(anchorsOf(text), ['a-b-c']);
});

function leads(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? from : join(dirname(from), path);
  if (!existsSync(join(ROOT, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}
