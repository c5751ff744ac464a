import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEventStream } from './event-stream.ts';

/** A stream of these chunks, which then ends, or stays silent. */
function streamOf(chunks: readonly Uint8Array[], { ends = true } = {}): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      if (ends) controller.close();
    },
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);

test('messages are the same however the stream is cut', async () => {
  const text =
    'retry: 1000\n\nid: 1\nevent: queued\ndata: {"ü":1}\n\n: waiting\n\ndata: a\r\ndata:  b\r\n\r\ndata\n\nid: 9\nda';
  const whole = [
    { id: '1', event: 'queued', data: '{"ü":1}' },
    { id: '', event: '', data: 'a\n b' },
    { id: '', event: '', data: '' },
  ];
  const all = bytes(text);
  for (const size of [1, 2, 3, 7, all.length]) {
    const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
    assert.deepEqual(await Array.fromAsync(readEventStream(streamOf(chunks), 1000)), whole, `in pieces of ${size}`);
  }
});

test('data may have the line separators of Unicode in it, which end no line of a stream', async () => {
  const stream = readEventStream(streamOf([bytes('id: 1\ndata: a\u2028b\u2029c\n\n')]), 1000);
  assert.deepEqual(await Array.fromAsync(stream), [{ id: '1', event: '', data: 'a\u2028b\u2029c' }]);
});

test('a stream on which nothing comes counts as broken', async () => {
  const stream = readEventStream(streamOf([bytes('data: a\n\n')], { ends: false }), 50);
  assert.equal((await stream.next()).value?.data, 'a');
  await assert.rejects(stream.next(), { name: 'TimeoutError' });
});
