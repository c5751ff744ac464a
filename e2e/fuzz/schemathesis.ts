import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInstalled } from '../harness/programs.ts';
import { runVisibly } from './run-visibly.ts';

const ROOT = join(import.meta.dirname, '../..');
const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/** Why schemathesis cannot be had here, or undefined when it can. */
export async function whyNoSchemathesis(): Promise<string | undefined> {
  if (!isInstalled('python3')) return 'python3 is not installed';
  const hasVenv = (await runVisibly('python3', ['-c', 'import venv, ensurepip'], { quiet: true })) === 0;
  return hasVenv ? undefined : 'python3 has no venv';
}

/** The program `schemathesis`, at the pinned version, in a folder that stays for the next time. */
export async function installSchemathesis(): Promise<string> {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = join(ROOT, '.cache', `schemathesis-${digest}`);
  const program = join(folder, 'bin/schemathesis');
  const mark = join(folder, 'installed');
  if (existsSync(mark)) return program;
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  await succeed('python3', ['-m', 'venv', folder]);
  const options = ['--quiet', '--disable-pip-version-check', '--no-input', '--requirement', REQUIREMENTS];
  await succeed(join(folder, 'bin/python'), ['-m', 'pip', 'install', ...options]);
  await writeFile(mark, '');
  return program;
}

async function succeed(command: string, args: readonly string[]): Promise<void> {
  const code = await runVisibly(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}`);
}
