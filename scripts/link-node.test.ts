import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('the link to the installed Node is made where it is missing, and left alone where it is not', (t) => {
  const root = mkdtempSync(join(tmpdir(), 'logomorph-link-'));
  t.after(() => rmSync(root, { recursive: true }));
  const script = join(root, 'scripts/link-node.js');
  cpSync(join(import.meta.dirname, 'link-node.js'), script);
  cpSync(join(import.meta.dirname, '../package.json'), join(root, 'package.json'));
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  const link = join(root, 'node_modules/.bin/node');
  const run = () => execFileSync(process.execPath, [script]);

  run();
  assert.throws(() => readlinkSync(link), /ENOENT/, 'nothing is linked where no Node is installed');

  const name = `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
  mkdirSync(join(root, 'node_modules', name, 'bin/node'), { recursive: true });
  run();
  run();
  assert.equal(readlinkSync(link), `../${name}/bin/node`);
});
