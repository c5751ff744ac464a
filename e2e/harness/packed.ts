import { execFile } from 'node:child_process';
import { mkdtempDisposable, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');

/** Runs a program to its end; what it printed is in the error too when it fails. */
export const execute = promisify(execFile);

/** The folder of somebody who has installed a package of ours as it would be published, without a network. */
export async function installPacked(workspace: string): Promise<AsyncDisposable & { path: string }> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'logomorph-package-'));
  const { path } = folder;
  await execute('npm', ['pack', '--silent', '--workspace', workspace, '--pack-destination', path], { cwd: ROOT });
  const [tarball = ''] = await readdir(path);
  await writeFile(join(path, 'package.json'), '{"type":"module"}');
  await execute('npm', ['install', '--offline', '--silent', `./${tarball}`], { cwd: path });
  return folder;
}
