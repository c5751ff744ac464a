// Runs inside of a pod, as text that Node is handed: no types, no imports of ours. Asks the API all the time, by all of its
// replicas, and prints each second what came of it. A heavy load is work for the API alone; a light one renders, too.
import { setTimeout as sleep } from 'node:timers/promises';

const [, kind = '', address = '', key = '', logoId = ''] = process.argv;
const counts = { ok: 0, failed: 0, renders: 0, failures: [''].slice(1) };

function failed(reason = '') {
  counts.failed += 1;
  counts.failures = [...counts.failures, reason].slice(-5);
}

async function ask(path = '', init = {}) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  try {
    for (;;) {
      const response = await fetch(address + path, { headers, signal: AbortSignal.timeout(30_000), ...init });
      const text = await response.text();
      // A machine that has more to do than it can says so, and clients come again.
      if (response.status === 503 && text.includes('problem:overloaded')) {
        await sleep(1000 * Number(response.headers.get('retry-after') ?? 1));
        continue;
      }
      if (response.ok) counts.ok += 1;
      else failed(`${path}: ${response.status} ${text.slice(0, 200)}`);
      return response.ok ? JSON.parse(text) : undefined;
    }
  } catch (error) {
    failed(`${path}: ${error instanceof Error ? (error.cause ?? error) : error}`);
    return undefined;
  }
}

async function keepAsking(path = '', milliseconds = 0) {
  for (;;) {
    await ask(path);
    await sleep(milliseconds);
  }
}

/** One render after the other, so that there is always one under way. */
async function keepRendering() {
  for (let n = 1; ; n += 1) {
    const body = JSON.stringify({ logoId, recipe: { type: 'kit', name: `Life ${n}` } });
    const render = await ask('/v1/renders', { method: 'POST', body });
    let state = render?.state;
    while (state === 'queued' || state === 'running') {
      await sleep(400);
      state = (await ask(`/v1/renders/${render.id}`))?.state ?? state;
    }
    if (state === 'succeeded') counts.renders += 1;
    else failed(`a render: ${state}`);
  }
}

setInterval(() => console.log(JSON.stringify(counts)), 1000);
if (kind === 'heavy') {
  for (let n = 0; n < 4; n += 1) void keepAsking('/api-docs/json', 25);
} else {
  void keepRendering();
  void keepAsking('/api-docs/json', 200);
  await keepAsking('/v1/logos?limit=1', 200);
}
