import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OpsEnvironment } from './environment.ts';
import { STATE_FOLDER } from './paths.ts';

/**
 * The variables that tell Pulumi where its stacks are. Who has set up a backend keeps it; for all others it
 * is a folder of the project, with a passphrase that is made for it.
 */
export async function backendVariables(env: OpsEnvironment, folder = STATE_FOLDER): Promise<Record<string, string>> {
  if (env.backendUrl !== undefined || env.accessToken !== undefined || (await loggedIn(env.pulumiHome))) return {};
  await mkdir(folder, { recursive: true });
  const variables = { PULUMI_BACKEND_URL: pathToFileURL(folder).href };
  if (env.hasPassphrase) return variables;
  return { ...variables, PULUMI_CONFIG_PASSPHRASE_FILE: await passphraseFile(folder) };
}

/** Whether `pulumi login` has chosen a backend. */
async function loggedIn(pulumiHome: string): Promise<boolean> {
  const file = join(pulumiHome, 'credentials.json');
  if (!existsSync(file)) return false;
  const credentials: unknown = JSON.parse(await readFile(file, 'utf8'));
  return typeof credentials === 'object' && credentials !== null && 'current' in credentials && !!credentials.current;
}

/** Made once: what it encrypted can be read with no other. */
async function passphraseFile(folder: string): Promise<string> {
  const file = join(folder, 'passphrase');
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return file;
}
