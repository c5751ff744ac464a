import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';
import { isRunning } from './is-running.ts';
import { close, listen } from './listen.ts';
import { isInstalled } from './programs.ts';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** A message of the Chrome DevTools Protocol: an answer has the id of its call, an event has none. */
const Message = Type.Object({
  id: Type.Optional(Type.Number()),
  method: Type.Optional(Type.String()),
  result: Type.Optional(Type.Unknown()),
  error: Type.Optional(Type.Object({ message: Type.String() })),
});

const Targets = Type.Array(Type.Object({ type: Type.String(), webSocketDebuggerUrl: Type.String() }));

const Evaluated = Type.Object({
  result: Type.Object({ value: Type.Optional(Type.Unknown()) }),
  exceptionDetails: Type.Optional(Type.Unknown()),
});

/** A page in a browser without a window. */
interface BrowserPage extends AsyncDisposable {
  open: (url: string) => Promise<void>;
  /** Runs an expression in the page, waits for its promise, and reads what it gives by a schema. */
  evaluate: <T extends TSchema>(schema: T, expression: string) => Promise<Static<T>>;
  /** A call of the DevTools protocol. */
  call: (method: string, params?: object) => Promise<unknown>;
}

/** The program of the browser that is installed; chromium when there is none. */
export function browserProgram(): string {
  return PROGRAMS.find(isInstalled) ?? 'chromium';
}

/** Starts Chromium with an empty profile in a folder. Rejects when it is not installed. */
export async function startBrowser(profile: string): Promise<BrowserPage> {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];
  const program = browserProgram();
  const child = spawn(program, [...options, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  await once(child, 'spawn');
  const address = await addressIn(child.stderr);
  if (address === undefined) throw new Error(`${program} ended at its start`);
  const targets = Value.Parse(Targets, await (await fetch(`http://${new URL(address).host}/json/list`)).json());
  const page = targets.find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('the browser has no page');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  await once(socket, 'open');
  const protocol = protocolOver(socket);
  await protocol.call('Page.enable');
  return {
    call: protocol.call,
    async open(url) {
      const loaded = protocol.event('Page.loadEventFired');
      await protocol.call('Page.navigate', { url });
      await loaded;
    },
    async evaluate(schema, expression) {
      const params = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = Value.Parse(Evaluated, await protocol.call('Runtime.evaluate', params));
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return Value.Parse(schema, result.value);
    },
    async [Symbol.asyncDispose]() {
      socket.close();
      // The browser is a family of processes, all in the group of the first.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      if (isRunning(child)) await once(child, 'exit');
    },
  };
}

async function addressIn(stderr: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface(stderr)) {
    const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  return undefined;
}

function protocolOver(socket: WebSocket) {
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  const events = new Map<string, () => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, method, result, error } = Value.Parse(Message, JSON.parse(String(data)));
    if (method !== undefined) events.get(method)?.();
    if (id === undefined) return;
    if (error) calls.get(id)?.reject(new Error(error.message));
    else calls.get(id)?.resolve(result);
    calls.delete(id);
  });
  return {
    call(method: string, params: object = {}): Promise<unknown> {
      last += 1;
      const answer = Promise.withResolvers<unknown>();
      calls.set(last, answer);
      socket.send(JSON.stringify({ id: last, method, params }));
      return answer.promise;
    },
    event: (method: string) => new Promise<void>((resolve) => events.set(method, resolve)),
  };
}

/** Serves files by their names, and a page at `/`, on a free port of this machine. */
export async function serveSite(
  page: string,
  files: ReadonlyMap<string, { mediaType: string; bytes: Uint8Array }>,
): Promise<AsyncDisposable & { url: string }> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1));
    const file = name === '' ? { mediaType: 'text/html; charset=utf-8', bytes: Buffer.from(page) } : files.get(name);
    if (file) response.writeHead(200, { 'content-type': file.mediaType }).end(file.bytes);
    else response.writeHead(404).end();
  });
  const port = await listen(server);
  return {
    url: `http://localhost:${port}/`,
    [Symbol.asyncDispose]: () => close(server),
  };
}
