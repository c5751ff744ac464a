import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { listen } from '../../harness/listen.ts';

/** A way to a server that can be cut. */
export interface TcpProxy extends AsyncDisposable {
  port: number;
  /** Ends all connections and takes no new ones, as a server that is down. */
  cut: () => Promise<void>;
  /** Takes connections again. */
  restore: () => Promise<void>;
}

/** Starts a proxy before a server. `join` says what goes through; without it all does. */
export async function tcpProxy(
  target: { host: string; port: number },
  join: (client: Socket, server: Socket) => void = (client, server) => void client.pipe(server).pipe(client),
): Promise<TcpProxy> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ ...target, noDelay: true });
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    join(client, upstream);
  });
  const port = await listen(server);
  const cut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  return {
    port,
    cut,
    async restore() {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    [Symbol.asyncDispose]: cut,
  };
}
