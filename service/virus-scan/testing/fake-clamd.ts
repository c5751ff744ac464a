import { createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { listen } from '@logomorph/core/testing/listen.ts';
import type { ClamdAddress } from '../clamd.ts';

/** What a fake clamd has got, and how it can answer. */
export interface Command {
  /** The bytes of all chunks, once the empty one has come. */
  bytes: Buffer;
  chunks: number[];
  socket: Socket;
}

/** Stands for a clamd at the edge of its protocol, over real TCP: reads a stream whole, as its rules are, and hands it over. */
export async function fakeClamd(t: TestContext, answer: (command: Command) => void): Promise<ClamdAddress> {
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      got = Buffer.concat([got, Buffer.from(piece)]);
      const command = parse(got, socket);
      if (command !== undefined) answer(command);
    });
  });
  return { host: '127.0.0.1', port: await listen(t, server) };
}

/** Answers as clamd does when it finds this in the bytes. */
export function finds(text: string, name: string): (command: Command) => void {
  return ({ bytes, socket }) => socket.end(bytes.includes(text) ? `stream: ${name} FOUND\0` : 'stream: OK\0');
}

function parse(got: Buffer, socket: Socket): Command | undefined {
  const start = 'zINSTREAM\0';
  if (got.length < start.length) return undefined;
  if (got.toString('latin1', 0, start.length) !== start) throw new Error('no INSTREAM');
  const pieces: Buffer[] = [];
  for (let at = start.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at);
    at += 4;
    if (length === 0) {
      if (at !== got.length) throw new Error('bytes after the end');
      return { bytes: Buffer.concat(pieces), chunks: pieces.map((piece) => piece.length), socket };
    }
    pieces.push(got.subarray(at, at + length));
    at += length;
  }
  return undefined;
}
