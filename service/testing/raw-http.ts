import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { App } from '../routes/types.ts';

/** Speaks to an API over bare sockets, as a client would that keeps no rules. */
interface RawClient {
  port: number;
  open: () => Promise<Socket>;
  /** Sends text, and gives all that is answered until the connection ends. */
  send: (sent: string) => Promise<string>;
}

/** Lets the app listen, on a free port of this machine. */
export async function rawClient(app: App): Promise<RawClient> {
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  const open = async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  return {
    port,
    open,
    async send(sent) {
      const socket = await open();
      socket.write(sent);
      return text(socket);
    },
  };
}
