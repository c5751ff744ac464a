import { ProblemError, type ProblemName } from '@logomorph/contract/problem.ts';
import { isFinished } from '@logomorph/contract/render.ts';
import type { Origin } from '@logomorph/core/trace-context.ts';
import type { ServiceDeps } from '../deps.ts';
import { type BeginDeps, beginTransform } from './begin-transform.ts';
import { findTransform, findTransformFile, type TransformRender, type WantedTransform } from './find-transform.ts';
import type { StoredFile } from './stored-file.ts';
import { waitUntilFinished } from './wait-until-finished.ts';

/** Problems that an equal render need not have; one with any other would come to the same. */
const PASSING: ReadonlySet<ProblemName> = new Set([
  'internal',
  'render-interrupted',
  'render-out-of-memory',
  'render-timeout',
]);

/** Milliseconds: after the first failure that may pass, after any other, and what each failure more multiplies it by. */
const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 24 * 3600 * 1000;
const GROWTH = 4;

/** What a transform has come to. */
type TransformOutcome = { file: StoredFile } | { failed: ProblemName; msLeft: number };

type TransformDeps = Pick<ServiceDeps, 'db' | 'signals' | 'metrics' | 'wakeRelay'> & BeginDeps;

/**
 * The picture of a transform. If there is none yet, its render is begun, unless it is at work, and waited for until `over`
 * says so; it goes on whoever waits. One that failed is not begun again before its time.
 *
 * @throws ProblemError not-found; rate-limited; quota-exceeded, storage-full; still-rendering
 */
export async function obtainTransform(
  deps: TransformDeps,
  wanted: WantedTransform,
  origin: Origin,
  over: () => AbortSignal,
): Promise<TransformOutcome> {
  const { db } = deps;
  const made = await findTransformFile(db, wanted);
  if (made !== undefined) return { file: made };

  const known = await findTransform(db, wanted);
  const pause = pauseOf(known.render);
  if (pause !== undefined && pause.msLeft > 0) return pause;
  if (known.render === undefined || isFinished(known.render.state)) await begin(deps, known, wanted, origin);
  const { render } = await findTransform(db, wanted);
  if (render !== undefined) await waitUntilFinished(deps, render.id, over());

  const file = await findTransformFile(db, wanted);
  if (file !== undefined) return { file };
  const now = await findTransform(db, wanted);
  const failure = pauseOf(now.render);
  if (failure !== undefined) return failure;
  throw new ProblemError('still-rendering', 'Ask again for the same address');
}

async function begin(
  deps: TransformDeps,
  { tenantId, render }: Awaited<ReturnType<typeof findTransform>>,
  wanted: WantedTransform,
  origin: Origin,
): Promise<void> {
  if (!(await beginTransform(deps, { tenantId, actor: { type: 'link' }, origin }, wanted, render))) return;
  deps.wakeRelay();
  const { jobsCreated, jobsRetried } = deps.metrics;
  (render === undefined ? jobsCreated : jobsRetried).inc({ type: wanted.recipe.type });
}

/** For how long a render that failed stays so; undefined of any other. */
function pauseOf(render: TransformRender | undefined): { failed: ProblemName; msLeft: number } | undefined {
  if (render?.state !== 'failed') return undefined;
  const { problem, run, finishedAgo } = render;
  const pause = PASSING.has(problem) ? Math.min(FIRST_PAUSE * GROWTH ** (run - 1), LONGEST_PAUSE) : LONGEST_PAUSE;
  return { failed: problem, msLeft: pause - finishedAgo };
}
