import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { listen } from '@logomorph/core/testing/listen.ts';
import { scanByClamd } from './clamd.ts';
import { ScanFailed, type ScanFailure } from './scan-failed.ts';
import { type Command, fakeClamd, finds } from './testing/fake-clamd.ts';

const LOGO = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');

function failsBy(failure: ScanFailure) {
  return (error: unknown) => {
    assert.ok(error instanceof ScanFailed);
    assert.equal(error.failure, failure, error.message);
    return true;
  };
}

/** A server that is no clamd: it does this with each connection, whatever comes. */
async function otherServer(t: TestContext, onConnection: (socket: Socket) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    onConnection(socket);
  });
  return { host: '127.0.0.1', port: await listen(t, server) };
}

test('what is found is told by its name, and nothing where nothing is', async (t) => {
  const clamd = await fakeClamd(t, finds('bad', 'Test.Signature (x) UNOFFICIAL'));
  assert.equal(await scanByClamd(clamd, LOGO, 5), undefined);
  assert.equal(await scanByClamd(clamd, Buffer.from('a bad one'), 5), 'Test.Signature (x) UNOFFICIAL');
});

test('bytes come whole, whatever their number, in chunks that have their lengths before them', async (t) => {
  const commands: Command[] = [];
  const clamd = await fakeClamd(t, (command) => {
    commands.push(command);
    command.socket.end('stream: OK\0');
  });
  const sizes = [1, 65_535, 65_536, 65_537, 1_000_000];
  for (const size of sizes) {
    const bytes = randomBytes(size);
    assert.equal(await scanByClamd(clamd, bytes, 5), undefined);
    assert.deepEqual(commands.at(-1)?.bytes, bytes);
  }
  assert.deepEqual(
    commands.map(({ chunks }) => chunks.length),
    [1, 1, 1, 2, 16],
  );
});

test('an answer may come in pieces, and be the first of several', async (t) => {
  const clamd = await fakeClamd(t, async ({ socket }) => {
    socket.setNoDelay();
    for (const piece of ['str', 'eam: Nä', 'me FOUND', '\0', 'stream: OK\0']) {
      const bytes = Buffer.from(piece);
      socket.write(bytes.subarray(0, -1));
      await setImmediate();
      socket.write(bytes.subarray(-1));
      await setImmediate();
    }
  });
  assert.equal(await scanByClamd(clamd, LOGO, 5), 'Näme');
});

test('an answer without its end is none', async (t) => {
  for (const answer of ['', 'stream: OK', 'stream: Test.Signature FOUND']) {
    const clamd = await fakeClamd(t, ({ socket }) => socket.end(answer));
    await assert.rejects(scanByClamd(clamd, LOGO, 5), failsBy('broken'));
  }
});

test('errors that clamd tells are failures, that of the size apart', async (t) => {
  for (const [answer, failure] of [
    ['INSTREAM size limit exceeded. ERROR', 'too-large'],
    ["stream: Can't allocate memory ERROR", 'error'],
    ['COMMAND READ TIMED OUT ERROR', 'error'],
    ['HTTP/1.1 400 Bad Request', 'broken'],
    ['stream: NOT OK', 'broken'],
    ['stream:  FOUND', 'broken'],
    ['x'.repeat(10_000), 'broken'],
  ] as const) {
    const clamd = await fakeClamd(t, ({ socket }) => socket.end(`${answer}\0`));
    await assert.rejects(scanByClamd(clamd, LOGO, 5), failsBy(failure));
  }
});

test('a refusal of the size is read though the connection breaks under the bytes', async (t) => {
  const clamd = await otherServer(t, (socket) => {
    socket.once('data', async () => {
      socket.pause();
      socket.write('INSTREAM size limit exceeded. ERROR\0');
      // Both ends are in one process: the other must have its turn in between, as it has between two.
      await setImmediate();
      socket.resetAndDestroy();
    });
  });
  await assert.rejects(scanByClamd(clamd, randomBytes(10_000_000), 5), failsBy('too-large'));
});

test('that nothing was found is not believed of bytes that were not sent yet', async (t) => {
  const clamd = await otherServer(t, (socket) => {
    socket.once('data', () => socket.end('stream: OK\0'));
  });
  await assert.rejects(scanByClamd(clamd, randomBytes(10_000_000), 5), failsBy('broken'));
});

test('a scanner that breaks off is no scanner that found nothing', async (t) => {
  const clamd = await otherServer(t, (socket) => {
    socket.once('data', () => socket.resetAndDestroy());
  });
  await assert.rejects(scanByClamd(clamd, randomBytes(10_000_000), 5), failsBy('broken'));
});

test('one that hangs is waited for no longer than is said, and left', async (t) => {
  const left: Promise<unknown>[] = [];
  const hang = (socket: Socket) => left.push(once(socket, 'close'));
  const silent = await fakeClamd(t, ({ socket }) => hang(socket));
  await assert.rejects(scanByClamd(silent, LOGO, 0.05), failsBy('timeout'));
  const trickling = await fakeClamd(t, ({ socket }) => {
    hang(socket);
    socket.write('stream: ');
  });
  await assert.rejects(scanByClamd(trickling, LOGO, 0.05), failsBy('timeout'));
  const deaf = await otherServer(t, (socket) => {
    hang(socket.pause());
    // Whoever does not read learns of the end only by writing.
    socket.on('error', () => {});
    setTimeout(() => socket.resume(), 200).unref();
  });
  await assert.rejects(scanByClamd(deaf, randomBytes(30_000_000), 0.05), failsBy('timeout'));
  await Promise.all(left);
});

test('one that is not there cannot be reached', async (t) => {
  const server = createServer();
  const port = await listen(t, server);
  server.close();
  await once(server, 'close');
  await assert.rejects(scanByClamd({ host: '127.0.0.1', port }, LOGO, 5), failsBy('unreachable'));
  await assert.rejects(scanByClamd({ host: 'nowhere.invalid', port }, LOGO, 5), failsBy('unreachable'));
});
