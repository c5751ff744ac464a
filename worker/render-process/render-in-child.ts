import { on } from 'node:events';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { RenderedFile, RenderOptions, Source } from '../renderer/render.ts';
import { RenderCrashed } from './render-crashed.ts';
import type { RendererChild } from './renderer-child.ts';
import { isReply, type Reply } from './replies.ts';
import type { Request } from './requests.ts';
import { residentBytes, watchMemory } from './resident-memory.ts';

/** Milliseconds that a render gets to stop between two of its steps. */
const STOP = 250;

/**
 * Does what `render` does, in a process that is ready and at no other render. When it is over, the process is at none
 * again, or has ended.
 * @throws ProblemError 'render-out-of-memory' when the process gets more resident memory than `memoryBytes`
 * @throws RenderCrashed
 */
export async function* renderInChild(
  child: RendererChild,
  sources: readonly Source[],
  recipe: Recipe,
  { signal, warn, memoryBytes }: RenderOptions & { memoryBytes: number },
): AsyncGenerator<RenderedFile> {
  signal.throwIfAborted();
  using _watch = watchMemory(child.process.pid, memoryBytes, () => child.end('out-of-memory'));
  let over = false;
  try {
    ask(child, { kind: 'render', sources, recipe });
    for await (const reply of replies(child, signal)) {
      over = reply.kind === 'end' || reply.kind === 'problem' || reply.kind === 'error';
      if (reply.kind === 'end') return;
      if (reply.kind === 'problem') throw new ProblemError(reply.problem, reply.detail, { errors: reply.errors });
      if (reply.kind === 'error') throw Object.assign(new Error(reply.message), { stack: reply.stack });
      if (reply.kind === 'warning') warn(reply.warning);
      if (reply.kind === 'file') yield reply.file;
    }
    over = true;
    if ((await child.ended) !== 'out-of-memory') throw new RenderCrashed();
    throw new ProblemError('render-out-of-memory', `It may take ${memoryBytes / 1024 / 1024} MiB of memory`);
  } finally {
    if (!over && !(await stops(child))) await child.end('not-stopped');
    // What this render left shall not fail the next one.
    if (residentBytes(child.process.pid) > memoryBytes / 2) await child.end('grown');
  }
}

/** What the process tells, until it ends. */
async function* replies(child: RendererChild, signal: AbortSignal): AsyncGenerator<Reply> {
  try {
    for await (const [message] of on(child.process, 'message', { signal, close: ['close'] })) {
      // It does not speak as it should, so something else may speak.
      if (!isReply(message)) return await child.end('crashed');
      // What it told before it was to stop may still be waiting here.
      signal.throwIfAborted();
      yield message;
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

/** Asks the process to stop what it is at. Gives whether it did so in time. */
async function stops(child: RendererChild): Promise<boolean> {
  ask(child, { kind: 'stop' });
  try {
    for await (const { kind } of replies(child, AbortSignal.timeout(STOP))) if (kind === 'stopped') return true;
  } catch {}
  return false;
}

/** That a process is gone is seen by its end. */
function ask(child: RendererChild, request: Request): void {
  child.process.send(request, () => {});
}
