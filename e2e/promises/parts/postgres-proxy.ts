import type { Socket } from 'node:net';
import { type TcpProxy, tcpProxy } from './tcp-proxy.ts';

/** A statement on its way to Postgres. */
export interface Statement {
  text: string;
  /** The one that its connection sent before. */
  before: string;
  /** Whether it is undone when nothing more comes. */
  inTransaction: boolean;
}

/** Where to stop a program for good: before a statement is sent, or when it is done and the answer not yet there. */
export interface Hold {
  at: 'statement' | 'answer';
  reached: () => void;
}

/** A way to Postgres on which the statements of one program are seen. */
export interface PostgresProxy extends TcpProxy {
  url: string;
  /** Looks at each statement; nothing more goes through the connection that it wants held. */
  watch: (look: (statement: Statement) => Hold | undefined) => void;
  /** How often a text comes up in what is sent, from now on, also as a value. */
  follow: (text: string) => () => number;
}

const SSL_REQUEST = 80_877_103;

/** ReadyForQuery, with which each answer ends. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);

/** Starts a proxy before a Postgres. */
export async function postgresProxy(databaseUrl: string): Promise<PostgresProxy> {
  const url = new URL(databaseUrl);
  let look: (statement: Statement) => Hold | undefined = () => undefined;
  const counts = new Map<string, number>();
  const proxy = await tcpProxy({ host: url.hostname, port: Number(url.port || 5432) }, (client, server) => {
    client.on('data', (chunk: Buffer) => {
      for (const [text, count] of counts) if (chunk.includes(text)) counts.set(text, count + 1);
    });
    join(client, server, (statement) => look(statement));
  });
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  return {
    ...proxy,
    url: url.href,
    watch(next) {
      look = next;
    },
    follow(text) {
      counts.set(text, 0);
      return () => counts.get(text) ?? 0;
    },
  };
}

function join(client: Socket, server: Socket, look: (statement: Statement) => Hold | undefined): void {
  let held: Hold | undefined;
  let before = '';
  let inTransaction = false;
  const read = messages();
  const statementOf = statements();
  client.on('data', (chunk: Buffer) => {
    if (held?.at === 'statement') return;
    for (const message of read(chunk)) {
      const text = statementOf(message);
      if (text !== undefined && held === undefined) {
        if (/^(commit|rollback)/i.test(text)) inTransaction = false;
        held = look({ text, before, inTransaction });
        if (/^(begin|start transaction)/i.test(text)) inTransaction = true;
        before = text;
        if (held?.at === 'statement') return held.reached();
      }
      server.write(message);
    }
  });
  server.on('data', (chunk: Buffer) => {
    if (held === undefined) return void client.write(chunk);
    if (held.at === 'answer' && chunk.subarray(-6, -1).equals(READY)) held.reached();
  });
}

/** Cuts what a client sends into messages (PostgreSQL's documentation, "Message Formats"). */
function messages(): (chunk: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const whole: Buffer[] = [];
    for (;;) {
      // The first has no type before its length; a wish for TLS is followed by another first.
      const typed = begun ? 1 : 0;
      if (rest.length < typed + 4) return whole;
      const length = typed + rest.readInt32BE(typed);
      if (rest.length < length) return whole;
      begun ||= rest.readInt32BE(4) !== SSL_REQUEST;
      whole.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}

/**
 * Gives the statement that a message wants done: of a simple query (Q), of one that is prepared without a name (P), or of one
 * that was prepared by a name, however long ago, each time that it is bound to values (B).
 */
function statements(): (message: Buffer) => string | undefined {
  const named = new Map<string, string>();
  return (message) => {
    const type = String.fromCharCode(message[0] ?? 0);
    if (!['Q', 'P', 'B'].includes(type)) return undefined;
    const first = textAt(message, 5);
    if (type === 'Q') return first.text;
    const second = textAt(message, first.end);
    if (type === 'B') return named.get(second.text);
    if (first.text === '') return second.text;
    named.set(first.text, second.text);
    return undefined;
  };
}

/** A text in a message, which a zero ends, and where the next one begins. */
function textAt(message: Buffer, start: number): { text: string; end: number } {
  const zero = message.indexOf(0, start);
  return { text: message.toString('utf8', start, zero).replaceAll(/\s+/g, ' ').trim(), end: zero + 1 };
}
