import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { serve } from '../client/testing/serve.ts';
import { tellWaits } from './tell-waits.ts';

/** Somebody who sends a logo, and what they are told. */
async function scene(t: TestContext, patienceMilliseconds: number) {
  const seen = new EventEmitter<{ asked: [ServerResponse]; note: [] }>();
  const notes: string[] = [];
  const note = (line: string) => {
    notes.push(line);
    seen.emit('note');
  };
  const { baseUrl } = await serve(t, (_, response) => seen.emit('asked', response));
  const { progress, fetch } = tellWaits({ show() {}, note, end() {} }, patienceMilliseconds);
  progress.show('sending a.svg');
  /** Asks; the answer has a status, or none when it is 0, and comes at once, or not before something was told. */
  const ask = async (status: number, when: 'at once' | 'told' = 'at once') => {
    const told = when === 'told' ? once(seen, 'note') : undefined;
    const asked = once(seen, 'asked');
    const answer = fetch(baseUrl).catch(() => {});
    const [response] = await asked;
    await told;
    if (status === 0) response.destroy();
    else response.writeHead(status).end();
    await answer;
  };
  return { ask, notes, baseUrl, progress, fetch };
}

test('an API that takes long is told, with what is waited for and what was last answered, each once', async (t) => {
  const { ask, notes, baseUrl, progress } = await scene(t, 1);
  await ask(503, 'told');
  await ask(503);
  await ask(0);
  await ask(429);
  await ask(200);
  progress.show('started');
  await ask(200, 'told');
  assert.deepEqual(notes, [
    `sending a.svg: no answer from ${baseUrl} yet`,
    `sending a.svg: ${baseUrl} answered 503; trying again`,
    `sending a.svg: no answer from ${baseUrl} (UND_ERR_SOCKET); trying again`,
    `sending a.svg: ${baseUrl} answered 429; trying again`,
    `started: no answer from ${baseUrl} yet`,
  ]);
});

test('who is answered soon, or gives up, is told nothing of it', async (t) => {
  const { ask, notes, baseUrl, fetch } = await scene(t, 60_000);
  for (const status of [503, 0, 200, 404]) await ask(status);
  await assert.rejects(fetch(baseUrl, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  assert.deepEqual(notes, []);
});
