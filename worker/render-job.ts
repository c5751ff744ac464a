import { buffer } from 'node:stream/consumers';
import { ProblemError, type ProblemName } from '@logomorph/contract/problem.ts';
import { contentKey, sha256 } from '@logomorph/core/content-key.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { logoKey, outputKey } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import type { Logger } from 'pino';
import type { WorkerMetrics } from './metrics.ts';
import type { RenderedFile, render } from './renderer/render.ts';
import { RENDERER_VERSION } from './renderer/renderer-version.ts';
import { type Claim, claimRender, fail, recordOutput, Superseded, succeed } from './renders.ts';

/** How many workers may start on a render before it is taken for one that kills them. */
const MAX_ATTEMPTS = 5;

/** What a job needs of its surroundings. */
export interface RenderJobDeps {
  db: Database;
  store: ObjectStore;
  logger: Logger;
  metrics: WorkerMetrics;
  render: typeof render;
  /** Seconds a single render may take. */
  renderTimeout: number;
}

/**
 * Does one render: takes it, makes its files, stores and records each, and finishes it. Doing a render that
 * is finished does nothing, so a job may be brought any number of times.
 *
 * @throws what stopped it and may be over later (a store that is down), so that the queue brings it again.
 */
export async function handleRenderJob(deps: RenderJobDeps, renderId: string, cancelled: AbortSignal): Promise<void> {
  const claim = await claimRender(deps.db, renderId);
  if (claim === undefined) return;
  const logger = deps.logger.child({ renderId, attempt: claim.attempt });
  const timeout = AbortSignal.timeout(deps.renderTimeout * 1000);
  const stopTimer = deps.metrics.renderDuration.startTimer({ type: claim.recipe.type });
  try {
    if (claim.attempt > MAX_ATTEMPTS) {
      await finishWithProblem(deps, claim, 'render-interrupted', `${MAX_ATTEMPTS} workers stopped in the middle of it`);
      return;
    }
    const outputs = await makeOutputs(deps, claim, AbortSignal.any([timeout, cancelled]));
    await succeed(deps.db, claim, outputs);
    stopTimer();
    deps.metrics.jobsCompleted.inc({ type: claim.recipe.type });
    logger.info({ outputs }, 'render succeeded');
  } catch (error) {
    if (error instanceof Superseded) {
      logger.info('render superseded');
    } else if (error instanceof ProblemError) {
      await finishWithProblem(deps, claim, error.problem, error.message);
      logger.info({ problem: error.problem, detail: error.message }, 'render failed');
    } else if (timeout.aborted) {
      await finishWithProblem(deps, claim, 'render-timeout', `It may take ${deps.renderTimeout} seconds`);
      logger.warn('render timed out');
    } else if (claim.attempt === MAX_ATTEMPTS) {
      await finishWithProblem(deps, claim, 'internal', 'It was tried as often as we do; please report it');
      logger.error({ err: error }, 'render failed for good');
    } else {
      logger.warn({ err: error }, 'render stopped; it will be tried again');
      throw error;
    }
  }
}

async function makeOutputs(deps: RenderJobDeps, claim: Claim, signal: AbortSignal): Promise<number> {
  const { tenantId, logo, recipe } = claim;
  const { stream } = await deps.store.get(logoKey(tenantId, logo.sha256));
  const source = await buffer(stream);
  const key = contentKey(logo.sha256, recipe, RENDERER_VERSION);
  let position = 0;
  for await (const file of deps.render(source, logo.format, recipe, { signal })) {
    await storeOutput(deps, claim, file, position, outputKey(tenantId, key, file.name));
    position += 1;
  }
  return position;
}

async function storeOutput(deps: RenderJobDeps, claim: Claim, file: RenderedFile, position: number, objectKey: string) {
  const { name, mediaType, width, height } = file;
  await deps.store.put(objectKey, file.bytes, mediaType);
  const bytes = file.bytes.length;
  await recordOutput(deps.db, claim, {
    name,
    position,
    mediaType,
    bytes,
    sha256: sha256(file.bytes),
    width,
    height,
    objectKey,
  });
}

async function finishWithProblem(deps: RenderJobDeps, claim: Claim, reason: ProblemName, detail: string) {
  await fail(deps.db, claim, reason, detail);
  deps.metrics.jobsFailed.inc({ type: claim.recipe.type, reason });
}
