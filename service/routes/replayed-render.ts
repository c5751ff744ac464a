import { ProblemError } from '@logomorph/contract/problem.ts';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import Value from 'typebox/value';
import type { ServiceDeps } from '../deps.ts';
import { tenantOf } from '../plugins/authentication.ts';
import type { KeptAnswer } from '../use-cases/idempotency.ts';
import { readRender } from '../use-cases/renders.ts';
import { withSignedUrls } from '../use-cases/signed-files.ts';
import { waitAsPreferred } from './prefer-wait.ts';

const Kept = Type.Object({ id: Type.String() });

/**
 * The answer that is kept of a request for a render, as it was; with the render as it is by now, when the repetition prefers
 * to wait for that. Whoever waited for the first answer and lost it on the way asks again like this.
 */
export async function replayedRender(
  deps: Pick<ServiceDeps, 'db' | 'fileUrls' | 'signals' | 'draining'>,
  reply: FastifyReply,
  kept: KeptAnswer,
): Promise<KeptAnswer> {
  if (kept.status !== 202 || kept.body === null) return kept;
  const { id } = Value.Parse(Kept, JSON.parse(kept.body));
  if (!(await waitAsPreferred(deps, reply, id))) return kept;
  try {
    const render = await readRender(deps.db, tenantOf(reply.request), id);
    return { ...kept, body: String(reply.serializeInput(withSignedUrls(deps.fileUrls, render, new Date()), '202')) };
  } catch (error) {
    // It was deleted meanwhile.
    if (error instanceof ProblemError && error.problem === 'not-found') return kept;
    throw error;
  }
}
