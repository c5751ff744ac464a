import { connect, createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { defer } from './defer.ts';
import { listen } from './listen.ts';

/** A way to a database over which nothing comes any more on what connections there are, once that is asked for; new ones are well. */
export async function silentProxy(t: TestContext, databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const sockets: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
    sockets.push(near, far);
  });
  const url = Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${await listen(t, server)}` }).href;
  defer(t, () => {
    for (const socket of sockets) socket.destroy();
  });
  return {
    url,
    fallSilent() {
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}
