import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInstalled } from './programs.ts';
import { runVisibly } from './run-visibly.ts';

const CACHE = join(import.meta.dirname, '../../.cache');
/** It installs a hundred packages in seconds, where pip takes minutes. */
const INSTALLER = 'uv==0.11.6';

/** Why programs in Python cannot be had here, or undefined when they can. */
export async function whyNoPython(): Promise<string | undefined> {
  if (!isInstalled('python3')) return 'python3 is not installed';
  const hasVenv = (await runVisibly('python3', ['-c', 'import venv, ensurepip'], { quiet: true })) === 0;
  return hasVenv ? undefined : 'python3 has no venv';
}

/**
 * Installs what a file of requirements names, each at one version, into a folder that stays for the next time.
 *
 * @returns the folder with the programs
 */
export async function installPythonPrograms(name: string, requirements: string): Promise<string> {
  const digest = hash('sha256', readFileSync(requirements)).slice(0, 12);
  const folder = join(CACHE, `${name}-${digest}`);
  const programs = join(folder, 'bin');
  const mark = join(folder, 'installed');
  if (existsSync(mark)) return programs;
  await rm(folder, { recursive: true, force: true });
  await mkdir(CACHE, { recursive: true });
  const python = join(programs, 'python');
  await succeed('python3', ['-m', 'venv', folder]);
  await succeed(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', INSTALLER]);
  // A machine behind a proxy has the certificate of that in its own store, as Node and pip find it.
  const options = ['--quiet', '--system-certs', '--python', python, '--requirement', requirements];
  await succeed(join(programs, 'uv'), ['pip', 'install', ...options]);
  await writeFile(mark, '');
  return programs;
}

async function succeed(command: string, args: readonly string[]): Promise<void> {
  const code = await runVisibly(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}`);
}
