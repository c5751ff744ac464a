import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Manifest } from './manifests.ts';

/** What the API server answered: why it refused, or what it warns of. */
export interface Answer {
  ok: boolean;
  text: string;
}

/** The API server of the current context. */
export interface ApiServer extends AsyncDisposable {
  /** Whether it has a kind; one that it has not comes with what is to be installed. */
  serves(of: Pick<Manifest, 'apiVersion' | 'kind'>): Promise<boolean>;
  /** Has it check an object, with all that admits or changes it, and store nothing. */
  dryRun(manifest: Manifest): Promise<Answer>;
  create(manifest: Manifest): Promise<Answer>;
  /** Asks for an object to be deleted, and does not wait until it is. */
  remove(manifest: Manifest): Promise<Answer>;
}

const Served = Type.Object({
  resources: Type.Array(Type.Object({ name: Type.String(), kind: Type.String(), namespaced: Type.Boolean() })),
});
const Status = Type.Object({ message: Type.String() });

/** Opens a way to it that all requests share: a `kubectl` for each would take most of the time. */
export async function openApiServer(): Promise<ApiServer> {
  const proxy = spawn('kubectl', ['proxy', '--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await Promise.race([
    once(createInterface(proxy.stdout), 'line'),
    once(proxy, 'exit').then(() => ['']),
  ]);
  const [, address] = /Starting to serve on (\S+)/.exec(String(line)) ?? [];
  if (address === undefined) throw new Error('kubectl proxy did not start');
  // A test that ends before it closes this must not wait for it, nor leave it.
  proxy.unref();
  proxy.stdout.destroy();
  process.once('exit', () => proxy.kill());
  const discovered = new Map<string, Promise<typeof SERVES_NOTHING>>();

  const served = (apiVersion: string) => {
    const known = discovered.get(apiVersion) ?? discover(`http://${address}${pathOf(apiVersion)}`);
    discovered.set(apiVersion, known);
    return known;
  };
  const request = async (method: 'POST' | 'DELETE', manifest: Manifest, query = ''): Promise<Answer> => {
    const { apiVersion, kind, metadata } = manifest;
    const resource = (await served(apiVersion)).resources.find(
      ({ name, kind: own }) => own === kind && !name.includes('/'),
    );
    if (resource === undefined) return { ok: false, text: `no such kind is served: ${kind} of ${apiVersion}` };
    const within = resource.namespaced ? `/namespaces/${metadata.namespace}` : '';
    const own = method === 'POST' ? '' : `/${metadata.name}`;
    const response = await fetch(`http://${address}${pathOf(apiVersion)}${within}/${resource.name}${own}${query}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT),
      ...(method === 'POST' && { body: JSON.stringify(manifest), headers: { 'content-type': 'application/json' } }),
    });
    const body = await jsonOf(response);
    const warnings = response.headers.get('warning') ?? '';
    return { ok: response.ok, text: !response.ok && Value.Check(Status, body) ? body.message : warnings };
  };
  return {
    serves: async ({ apiVersion, kind }) => (await served(apiVersion)).resources.some((one) => one.kind === kind),
    dryRun: (manifest) => request('POST', manifest, '?fieldValidation=Strict&dryRun=All'),
    create: (manifest) => request('POST', manifest, '?fieldValidation=Strict'),
    remove: (manifest) => request('DELETE', manifest),
    async [Symbol.asyncDispose]() {
      if (proxy.exitCode !== null || proxy.signalCode !== null) return;
      proxy.kill();
      await once(proxy, 'exit');
    },
  };
}

/** Milliseconds for an answer. */
const TIMEOUT = 30_000;
const SERVES_NOTHING: { resources: { name: string; kind: string; namespaced: boolean }[] } = { resources: [] };

async function discover(url: string) {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
  if (response.status === 404) {
    await response.body?.cancel();
    return SERVES_NOTHING;
  }
  const body = await jsonOf(response);
  if (!Value.Check(Served, body)) throw new Error(`${url} answered ${response.status}: ${JSON.stringify(body)}`);
  return body;
}

/** What the proxy says itself, as that no cluster answers, is plain text. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.headers.get('content-type')?.includes('json')) throw new Error(`${response.url} answered: ${text}`);
  return JSON.parse(text);
}

function pathOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
