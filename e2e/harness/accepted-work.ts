import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from './client.ts';
import { LOGOS } from './logos.ts';
import { childrenOf } from './processes.ts';
import type { Product } from './product.ts';

/** Enough work that what is broken meanwhile breaks in the middle of it. */
const RENDERS = 8;

/** The processes of workers. */
export function workersOf({ pid }: Product): number[] {
  return childrenOf(pid, 'worker/main.ts');
}

/** The processes that workers have for rendering. */
export function renderersOf(product: Product): number[] {
  return workersOf(product).flatMap((worker) => childrenOf(worker, 'render-process/child.ts'));
}

/** Asks for several kits that take a while, and gives the ids of their renders. */
export async function submitWork(api: ApiClient): Promise<string[]> {
  const logoId = await api.upload(await LOGOS['a PNG of 2048 pixels']());
  const renders: string[] = [];
  for (let n = 0; n < RENDERS; n += 1) {
    renders.push((await api.renderOf(logoId, { type: 'kit', name: `Kit ${n}` })).id);
  }
  return renders;
}

/** Waits for the end of renders, each of which succeeds, begins once and tells each output once. */
export async function allSucceed(api: ApiClient, ids: string[]): Promise<void> {
  for (const id of ids) {
    const events = await api.follow(id, 120);
    assert.equal(events.at(-1)?.type, 'succeeded');
    const { outputs } = await api.read(id);
    assert.ok(outputs.length > 1);
    assert.equal(events.filter(({ type }) => type === 'output').length, outputs.length, 'each output is told once');
    assert.equal(events.filter(({ type }) => type === 'started').length, 1);
  }
}

/** Waits for something to be so. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`it did not come to be: ${condition}`);
    await sleep(50);
  }
}
