import { buffer } from 'node:stream/consumers';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { contentKey } from '@logomorph/core/content-key.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import type { RenderJob } from '@logomorph/core/queue/job-queue.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { logFields } from '@logomorph/core/trace-context.ts';
import type { Logger } from 'pino';
import { type Claim, claimRender } from './claim-render.ts';
import { whyGone } from './gone-logo.ts';
import type { WorkerMetrics } from './metrics.ts';
import { RenderCrashed } from './render-process/render-crashed.ts';
import type { render } from './renderer/render.ts';
import { RENDERER_VERSION } from './renderer/renderer-version.ts';
import { announceFiles, fail, giveBack, type StoredOutputs, Superseded, succeed } from './renders.ts';
import type { SourceMemory } from './source-memory.ts';
import { discard, storeOutputs } from './store-outputs.ts';
import { collectWarnings } from './warnings.ts';
import { watchClaim } from './watch-claim.ts';

/** How many workers may be interrupted in a render before it is taken for one that ends them. */
const MAX_INTERRUPTIONS = 5;

/** Seconds since it was first taken after which a render is not tried again. */
const GIVE_UP_AFTER = 3600;

/** What a job needs of its surroundings. */
export interface RenderJobDeps {
  db: Database;
  store: ObjectStore;
  sources: SourceMemory;
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
export async function handleRenderJob(
  deps: RenderJobDeps,
  { renderId, run }: Pick<RenderJob, 'renderId' | 'run'>,
  stopped: AbortSignal,
): Promise<void> {
  const claim = await claimRender(deps.db, renderId, run ?? 1);
  if (claim === undefined) return;
  const logger = deps.logger.child({
    ...logFields(claim.origin),
    tenantId: claim.tenantId,
    renderId,
    attempt: claim.attempt,
  });
  const { type } = claim.recipe;
  const stopTimer = deps.metrics.renderDuration.startTimer({ type });
  try {
    if (claim.interruptions >= MAX_INTERRUPTIONS) {
      throw new ProblemError('render-interrupted', `${MAX_INTERRUPTIONS} workers stopped in the middle of it`);
    }
    const warnings = collectWarnings();
    using watch = watchClaim(deps.db, claim);
    const stop = AbortSignal.any([stopped, watch.lost]);
    const made = await makeOutputs({ ...deps, logger }, claim, stop, warnings.warn);
    await succeed(deps.db, claim, made, warnings.all()).catch(async (error: unknown) => {
      if (error instanceof Superseded) await discard(deps.db, made.unrecorded);
      throw error;
    });
    stopTimer();
    deps.metrics.jobsCompleted.inc({ type });
    logger.info({ outputs: made.count }, 'render succeeded');
  } catch (error) {
    if (error instanceof Superseded) {
      logger.info('render canceled or superseded');
    } else if (error instanceof ProblemError) {
      await finishWithProblem(deps, claim, error);
      logger.info({ problem: error.problem, detail: error.message }, 'render failed');
    } else if (claim.age > GIVE_UP_AFTER) {
      await finishWithProblem(deps, claim, new ProblemError('internal', 'It was tried for an hour; please report it'));
      logger.error({ err: error }, 'render failed for good');
    } else {
      logger.warn({ err: error }, 'render stopped; it will be tried again');
      await giveBack(deps.db, claim).catch((err: unknown) => logger.warn({ err }, 'render not given back'));
      throw error;
    }
  }
}

async function makeOutputs(
  deps: RenderJobDeps,
  claim: Claim,
  stop: AbortSignal,
  warn: (warning: string) => void,
): Promise<StoredOutputs> {
  const logos = claim.logos.filter((logo) => logo !== undefined);
  if (logos.length < claim.logos.length) throw await whyGone(deps.db, claim.renderId);
  const key = contentKey(
    logos.map(({ sha256 }) => sha256),
    claim.recipe,
    RENDERER_VERSION,
  );
  // The render begins meanwhile: it is the first file that waits for this.
  const announced = announceFiles(deps.db, claim, key);
  const settled = announced.catch(() => {});
  try {
    const sources = await Promise.all(logos.map((logo) => readSource(deps, logo)));
    const made = await renderInTime(deps, stop, (signal, timeout) =>
      storeOutputs({ ...deps, timeout }, claim, key, announced, deps.render(sources, claim.recipe, { signal, warn })),
    );
    await announced;
    return made;
  } finally {
    // Nothing of it is under way when the render is given back.
    await settled;
  }
}

async function renderInTime(
  { logger, renderTimeout }: RenderJobDeps,
  stop: AbortSignal,
  once: (signal: AbortSignal, timeout: AbortSignal) => Promise<StoredOutputs>,
): Promise<StoredOutputs> {
  const timeout = AbortSignal.timeout(renderTimeout * 1000);
  const signal = AbortSignal.any([timeout, stop]);
  try {
    return await once(signal, timeout).catch((error: unknown) => {
      if (!(error instanceof RenderCrashed)) throw error;
      // It may have been the machine, short of memory. A second crash is the render's.
      logger.warn({ err: error }, 'render crashed; it is tried once more');
      return once(signal, timeout);
    });
  } catch (error) {
    if (error instanceof Superseded) throw error;
    // Else it is a store that hung meanwhile, which is none of the render's faults.
    if (error === timeout.reason) throw new ProblemError('render-timeout', `It may take ${renderTimeout} seconds`);
    if (error instanceof RenderCrashed) throw new ProblemError('render-interrupted', 'It crashed twice');
    throw error;
  }
}

/** Bytes that are not the logo's would fail its render for good, or be served for ever as what was made of the logo. */
async function readSource(
  { store, sources }: RenderJobDeps,
  logo: { sha256: string; objectKey: string; format: LogoFormat },
): Promise<{ bytes: Buffer; format: LogoFormat }> {
  const bytes = await sources.of(logo.sha256, async () => {
    const { stream } = await store.get(logo.objectKey);
    const read = await buffer(stream);
    if (sha256(read) === logo.sha256) return read;
    throw new Error(`the object store gave other bytes than the logo's: ${logo.objectKey}`);
  });
  return { bytes, format: logo.format };
}

async function finishWithProblem(deps: RenderJobDeps, claim: Claim, { problem, message }: ProblemError) {
  await fail(deps.db, claim, problem, message);
  deps.metrics.jobsFailed.inc({ type: claim.recipe.type, reason: problem });
}
