import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { ScanFailed } from './scan-failed.ts';

/** Where a clamd listens. */
export interface ClamdAddress {
  host: string;
  port: number;
}

/** Seconds that a connection may take to be there. */
const CONNECT = 2;

const CHUNK_BYTES = 64 * 1024;

/** Far more than any answer has. */
const MAX_ANSWER = 4096;

/**
 * Lets a clamd look at bytes, by its command INSTREAM: chunks with their lengths before them, and at the end an empty one.
 *
 * @param seconds how long all of it may take
 * @returns the name of what was found; undefined when nothing was
 * @throws ScanFailed
 */
export async function scanByClamd(address: ClamdAddress, bytes: Buffer, seconds: number): Promise<string | undefined> {
  const socket = connect(address);
  const giveUp = setTimeout(() => {
    socket.destroy(new ScanFailed('timeout', `the scanner gave no answer in ${seconds} s`));
  }, seconds * 1000);
  try {
    await connected(socket, CONNECT);
    return await ask(socket, bytes);
  } catch (cause) {
    if (cause instanceof ScanFailed) throw cause;
    throw new ScanFailed('broken', 'the connection to the scanner broke', { cause });
  } finally {
    clearTimeout(giveUp);
    socket.destroy();
  }
}

async function connected(socket: Socket, seconds: number): Promise<void> {
  const giveUp = setTimeout(() => {
    socket.destroy(new ScanFailed('unreachable', `the scanner was not reached in ${seconds} s`));
  }, seconds * 1000);
  try {
    await once(socket, 'connect');
  } catch (cause) {
    if (cause instanceof ScanFailed) throw cause;
    throw new ScanFailed('unreachable', 'the scanner cannot be reached', { cause });
  } finally {
    clearTimeout(giveUp);
  }
}

async function ask(socket: Socket, bytes: Buffer): Promise<string | undefined> {
  const answering = readAnswer(socket);
  let answered = false;
  answering.then(
    () => {
      answered = true;
    },
    () => {},
  );
  let whole = false;
  const sending = (async () => {
    await write(socket, Buffer.from('zINSTREAM\0'));
    for (let start = 0; start < bytes.length && !answered; start += CHUNK_BYTES) {
      const chunk = bytes.subarray(start, start + CHUNK_BYTES);
      await write(socket, Buffer.concat([lengthOf(chunk), chunk]));
      // A refusal comes right before the connection breaks: it should be read before a write finds that out.
      await setImmediate();
    }
    if (answered) return;
    whole = true;
    await write(socket, lengthOf(Buffer.alloc(0)));
  })();
  // It breaks when the connection does, which the answer tells as well, or when the answer came first.
  sending.catch(() => {});
  return toFinding(await answering, whole);
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** What comes until a zero byte, as the answer to a command that begins with a `z` does. */
function readAnswer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      text += piece;
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > MAX_ANSWER) reject(new ScanFailed('broken', 'the scanner gave no answer of clamd'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new ScanFailed('broken', 'the scanner ended the connection before its answer')));
  });
}

function toFinding(answer: string, whole: boolean): string | undefined {
  if (answer.startsWith('INSTREAM size limit exceeded')) {
    throw new ScanFailed('too-large', 'the scanner takes no logos of this size: raise StreamMaxLength of clamd');
  }
  if (answer.endsWith(' ERROR')) throw new ScanFailed('error', `the scanner answered ${answer}`);
  const { found } = /^stream: (?<found>.+) FOUND$/s.exec(answer)?.groups ?? {};
  if (found !== undefined) return found;
  // Nothing is known of bytes that it has not had.
  if (answer === 'stream: OK' && whole) return undefined;
  throw new ScanFailed('broken', `the scanner gave no answer of clamd: ${answer}`);
}
