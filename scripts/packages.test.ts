import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';

const ROOT = dirname(import.meta.dirname);
const run = promisify(execFile);

/** A folder of somebody who has installed a package as it would be published, without a network. */
async function installed(t: TestContext, workspace: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'logomorph-package-'));
  t.after(() => rm(folder, { recursive: true }));
  await run('npm', ['pack', '--silent', '--workspace', workspace, '--pack-destination', folder], { cwd: ROOT });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const { version } = JSON.parse(await readFile(join(ROOT, workspace, 'package.json'), 'utf8'));
  const { name } = JSON.parse(await readFile(join(ROOT, workspace, 'package.json'), 'utf8'));
  const tarball = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  await run('npm', ['install', '--offline', '--silent', `./${tarball}`], { cwd: folder });
  return folder;
}

const USE = `
import { createClient, LogoMorphError, verifyWebhook, type Render } from '@logomorph/client';

const client = createClient({ baseUrl: 'http://127.0.0.1:9', apiKey: 'k', retries: 0 });

export async function use(): Promise<Render> {
  const logo = await client.upload(new Uint8Array(1), { name: 'Acme' });
  const { id } = await client.render({ logoId: logo.id, recipe: { type: 'kit', name: 'Acme' } });
  for await (const event of client.events(id)) {
    if (event.type === 'output') console.log(event.data.sha256);
    if (event.type === 'failed') console.log(event.data.title);
  }
  const { items } = await client.call('get', '/v1/renders', { query: { state: ['failed'] } });
  for await (const render of client.list('/v1/renders')) items.push(render);
  const nothing: undefined = await client.call('delete', '/v1/logos/{logoId}', { path: { logoId: logo.id } });
  const { secret } = await client.call('post', '/v1/webhooks', { body: { url: 'https://example.com' } });
  await verifyWebhook({ secret, headers: new Headers(), body: '' });
  return nothing ?? client.waitFor(id);
}

// @ts-expect-error it is a GET
await client.call('post', '/v1/limits').catch(() => {});
// @ts-expect-error the address needs an id
await client.call('get', '/v1/renders/{renderId}', {}).catch(() => {});
// @ts-expect-error there is no such recipe
await client.render({ logoId: '', recipe: { type: 'poster' } }).catch(() => {});

const refused = await client.call('get', '/v1/limits').catch((error: unknown) => error);
console.log(refused instanceof TypeError, new LogoMorphError({ type: '', title: 'x', status: 400 }).message);
`;

test('the client works for who installs it, in JavaScript and with its types', async (t) => {
  const folder = await installed(t, 'client');
  await writeFile(join(folder, 'use.ts'), USE);
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  const { stdout: mistakes } = await run(join(ROOT, 'node_modules/.bin/tsc'), [], { cwd: folder }).catch(
    (error) => error,
  );
  assert.equal(mistakes, '');
  const { stdout } = await run(process.execPath, ['use.js'], { cwd: folder });
  assert.equal(stdout, 'true x\n');
  assert.deepEqual(Object.keys(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')).dependencies), [
    '@logomorph/client',
  ]);
});
