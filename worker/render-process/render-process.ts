import { LIMITS } from '@logomorph/contract/limits.ts';
import type { render } from '../renderer/render.ts';
import { renderInChild } from './render-in-child.ts';
import { type EndReason, type RendererChild, startRendererChild } from './renderer-child.ts';

/** Milliseconds until a process is started again whose start failed. */
const RETRY = 1000;

interface RenderProcessOptions {
  /** The environment of this process, of which the other one gets next to nothing. */
  env: Readonly<Record<string, string | undefined>>;
  /** Resident memory above which a render fails. */
  memoryBytes?: number;
  /** Is told when a process has ended that another one takes the place of. */
  onReplaced: (reason: EndReason) => void;
}

/** Renders in another process, so that a render can be ended whatever it is at. One render at a time. */
interface RenderProcess {
  render: typeof render;
  /** Resolves to the id of the process once it can take a render; rejects while none can be started. */
  ready(): Promise<number | undefined>;
  /** Ends the process. */
  close(): Promise<void>;
}

/** Starts a process that renders, and another one when it ends. Rejects when the first cannot be started. */
export async function startRenderProcess(options: RenderProcessOptions): Promise<RenderProcess> {
  const { env, memoryBytes = LIMITS.renderMemoryBytes, onReplaced } = options;
  let closing = false;
  const start = (): RendererChild => {
    const started = startRendererChild(env);
    let cameUp = false;
    const replace = () => {
      if (!closing) child = start();
    };
    started.ready.then(
      () => {
        cameUp = true;
      },
      () => {},
    );
    started.ended.then((reason) => {
      if (closing) return;
      onReplaced(reason);
      if (cameUp) replace();
      else setTimeout(replace, RETRY);
    });
    return started;
  };
  let child = start();
  await child.ready.catch((error: unknown) => {
    closing = true;
    throw error;
  });

  return {
    async *render(sources, recipe, renderOptions) {
      await child.ready;
      yield* renderInChild(child, sources, recipe, { ...renderOptions, memoryBytes });
    },
    async ready() {
      await child.ready;
      return child.process.pid;
    },
    async close() {
      closing = true;
      child.process.kill('SIGKILL');
      await child.ended;
    },
  };
}
