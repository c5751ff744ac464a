import { setTimeout as sleep } from 'node:timers/promises';
import Type, { type Static, type TSchema } from 'typebox';
import Value from 'typebox/value';

/** How long a write is tried: a request that died keeps its Idempotency-Key for a minute. */
const PATIENCE = 150_000;

/** Answers that ask to try again: at work under this key, too early, too many, and faults of the service. */
const AGAIN: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

const Problem = Type.Object({ type: Type.String() });

/** One request of a client that means it. */
interface Wish {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  json?: unknown;
  bytes?: Uint8Array<ArrayBuffer>;
  /** Makes it harmless to send a write again. */
  idempotencyKey?: string;
}

/** A client as the documentation wants it: what does not work is tried again, a write under the key that it had. */
export interface PatientClient {
  send: (wish: Wish) => Promise<Buffer<ArrayBuffer>>;
  ask: <T extends TSchema>(schema: T, wish: Wish) => Promise<Static<T>>;
}

/**
 * A client that goes from one replica to the next.
 *
 * @param addresses where the replicas are now
 */
export function patientClient(addresses: () => string[], key: string): PatientClient {
  let turn = 0;
  const send = async (wish: Wish) => {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      const all = addresses();
      turn += 1;
      const last = await once(all[turn % all.length] ?? '', key, wish);
      if (Buffer.isBuffer(last)) return last;
      if (performance.now() > deadline) throw new Error(`${wish.method ?? 'GET'} ${wish.path}: ${last.again}`);
      await sleep(200);
    }
  };
  return {
    send,
    async ask(schema, wish) {
      return Value.Parse(schema, JSON.parse((await send(wish)).toString()));
    },
  };
}

async function once(base: string, key: string, wish: Wish): Promise<Buffer<ArrayBuffer> | { again: string }> {
  const headers = new Headers({ authorization: `Bearer ${key}` });
  if (wish.idempotencyKey !== undefined) headers.set('idempotency-key', wish.idempotencyKey);
  if (wish.json !== undefined) headers.set('content-type', 'application/json');
  const body = wish.bytes ?? (wish.json === undefined ? null : JSON.stringify(wish.json));
  let answer: { status: number; bytes: Buffer<ArrayBuffer> };
  try {
    const signal = AbortSignal.timeout(20_000);
    const response = await fetch(base + wish.path, { method: wish.method ?? 'GET', headers, body, signal });
    answer = { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  } catch (error) {
    return { again: String(error instanceof Error && error.cause !== undefined ? error.cause : error) };
  }
  const { status, bytes } = answer;
  if (status < 400) return bytes;
  const text = bytes.toString();
  const inUse = status === 409 && Value.Parse(Problem, JSON.parse(text)).type.endsWith(':idempotency-key-in-use');
  if (inUse || AGAIN.has(status)) return { again: `${status} ${text}` };
  throw new Error(`${wish.method ?? 'GET'} ${wish.path} was answered ${status}: ${text}`);
}
