import { LIMITS } from '@logomorph/contract/limits.ts';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { accessEnded } from '../access-ended.ts';
import type { ServiceDeps } from '../deps.ts';
import { accessOf } from '../plugins/authentication.ts';
import { waitUntilFinished } from '../use-cases/wait-until-finished.ts';
import { clientGone } from './client-gone.ts';

/** The header of the routes that wait for a render. */
export const PreferWait = Type.Object({
  prefer: Type.Optional(
    Type.String({
      description: `\`wait=N\` (RFC 7240, 4.3): answer when the render is finished, and after N seconds as it is then; N is at most ${LIMITS.waitSeconds}`,
    }),
  ),
});

const WAIT = /(?:^|,)\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:[;,]|$)/i;

/**
 * Waits for a render as long as the request prefers to, and says how long that may be. Others are answered at once.
 *
 * @returns whether there is to be read again: not where nobody waited, nor once the key or token would not be let in any more
 */
export async function waitAsPreferred(
  { draining, ...deps }: Pick<ServiceDeps, 'db' | 'signals' | 'draining'>,
  reply: FastifyReply,
  renderId: string,
): Promise<boolean> {
  const asked = WAIT.exec(String(reply.request.headers.prefer ?? ''))?.[1];
  if (asked === undefined) return false;
  const seconds = Math.min(Number(asked), LIMITS.waitSeconds);
  reply.header('preference-applied', `wait=${seconds}`);
  const over = AbortSignal.any([clientGone(reply), draining, AbortSignal.timeout(seconds * 1000)]);
  const ended = accessEnded(accessOf(reply.request), over);
  await waitUntilFinished(deps, renderId, AbortSignal.any([over, ended]));
  return !ended.aborted;
}
