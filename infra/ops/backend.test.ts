import assert from 'node:assert/strict';
import { mkdtempDisposable, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { backendVariables } from './backend.ts';
import type { OpsEnvironment } from './environment.ts';

const nothing: OpsEnvironment = {
  backendUrl: undefined,
  accessToken: undefined,
  hasPassphrase: false,
  pulumiHome: '/nowhere',
  dockerBuildArgs: [],
  imageLoad: [],
};

/** The variables for an environment, and the folder that they may be about. */
async function variables(env: Partial<OpsEnvironment>, credentials?: object) {
  await using home = await mkdtempDisposable(join(tmpdir(), 'logomorph-backend-'));
  if (credentials !== undefined) await writeFile(join(home.path, 'credentials.json'), JSON.stringify(credentials));
  const folder = join(home.path, 'state');
  const first = await backendVariables({ ...nothing, pulumiHome: home.path, ...env }, folder);
  const second = await backendVariables({ ...nothing, pulumiHome: home.path, ...env }, folder);
  assert.deepEqual(first, second);
  const file = first.PULUMI_CONFIG_PASSPHRASE_FILE;
  const passphrase = file === undefined ? undefined : await readFile(file, 'utf8');
  const mode = file === undefined ? undefined : (await stat(file)).mode & 0o777;
  return { first, url: `file://${folder}`, passphrase, mode };
}

test('without a backend it is a folder, with a passphrase that only its owner reads', async () => {
  const { first, url, passphrase, mode } = await variables({});
  assert.equal(first.PULUMI_BACKEND_URL, url);
  assert.match(passphrase ?? '', /^[\w-]{32}$/);
  assert.equal(mode, 0o600);
});

test("a passphrase of the user's is kept", async () => {
  const { first, url } = await variables({ hasPassphrase: true });
  assert.deepEqual(first, { PULUMI_BACKEND_URL: url });
});

test("a backend of the user's is kept, however it was set", async () => {
  assert.deepEqual((await variables({ backendUrl: 's3://stacks' })).first, {});
  assert.deepEqual((await variables({ accessToken: 'pul-1' })).first, {});
  assert.deepEqual((await variables({}, { current: 'https://api.pulumi.com' })).first, {});
  assert.notDeepEqual((await variables({}, { current: '' })).first, {});
});
