import { ProblemError, type ProblemName } from '@logomorph/contract/problem.ts';
import { OpenEndedQuery } from '@logomorph/core/signed-url.ts';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { ServiceDeps } from '../deps.ts';
import { sendFile } from '../http/send-file.ts';
import { originOf } from '../origin.ts';
import { seconds, secondsUntil } from '../rate-limits/headers.ts';
import { type RateLimits, rendersPolicy } from '../rate-limits/rate-limits.ts';
import { readTransformFile, signedTransformPath, TRANSFORM_FILE } from '../use-cases/transform-address.ts';
import { obtainTransform } from '../use-cases/transforms.ts';
import { clientGone } from './client-gone.ts';
import { fileAnswers, fileHeaders, Id } from './schemas.ts';
import type { App } from './types.ts';

/** The most seconds that caches keep a picture, and that it failed. */
const KEEP_PICTURE = 31_536_000;
const KEEP_FAILURE = 300;

/** Of the address, of the file, of what the owner of the logo may have, and of the render. */
const PROBLEMS: readonly ProblemName[] = [
  'wrong-signature',
  'address-expired',
  'tenant-suspended',
  'precondition-failed',
  'range-not-satisfiable',
  'rate-limited',
  'quota-exceeded',
  'storage-full',
  'still-rendering',
  'truncated-logo',
  'logo-infected',
  'unreadable-logo',
  'logo-too-many-pixels',
  'logo-too-many-frames',
  'logo-too-complex',
  'empty-logo',
  'output-too-large',
  'format-not-possible',
  'max-bytes-not-reached',
  'crop-outside-logo',
  'render-out-of-memory',
  'render-timeout',
  'render-interrupted',
  'logo-deleted',
];

/** Seconds between the last answer of a stopping API and its end. */
const MARGIN = 2;

/** `/transforms/:logoId/*`: a picture, for whoever has its signed address, made when it is asked for the first time. */
export function signedTransformRoute(app: App, deps: ServiceDeps & { limits: RateLimits }): void {
  const { store, config, limits, transformUrls } = deps;
  const stopping = shortlyBeforeEnd(deps);

  app.get(
    '/transforms/:logoId/*',
    {
      config: { problems: PROBLEMS, answerHeaders: fileHeaders },
      schema: {
        tags: ['transforms'],
        operationId: 'fetchTransform',
        summary: 'Fetch a picture by its signed address; it is rendered on the first request',
        description: `The address is \`url\` of a transform. Who asks while the picture is made waits for it, up to ${config.timeBudgets.transformWait} seconds.`,
        params: Type.Object({
          logoId: Id,
          '*': Type.String({
            pattern: TRANSFORM_FILE,
            description: 'The recipe and the format',
            examples: ['e30.png'],
          }),
        }),
        querystring: OpenEndedQuery,
        response: fileAnswers,
      },
    },
    async (request, reply) => {
      const { logoId, '*': file } = request.params;
      const now = new Date();
      transformUrls.check(request.url, signedTransformPath(logoId, file), request.query.expires, now);

      const takeRate = async (tenantId: string) => {
        const taken = await limits.take(rendersPolicy(tenantId, config.rateLimits), 1);
        if (taken?.allowed !== false) return;
        reply.header('retry-after', Math.max(1, seconds(taken.msLeft)));
        throw new ProblemError('rate-limited', NO_MORE);
      };
      const wait = () =>
        AbortSignal.any([clientGone(reply), stopping, AbortSignal.timeout(config.timeBudgets.transformWait * 1000)]);
      const wanted = { logoId, recipe: readTransformFile(file) };
      const outcome = await obtainTransform({ ...deps, takeRate }, wanted, originOf(request), wait).catch(
        (error: unknown) => hideQuota(error, reply),
      );

      const { expires = Number.POSITIVE_INFINITY } = request.query;
      const left = Math.floor(expires - now.valueOf() / 1000);
      if ('failed' in outcome) {
        const lasts = Math.min(Math.max(1, seconds(outcome.msLeft)), left, KEEP_FAILURE);
        reply.header('cache-control', `public, max-age=${lasts}`);
        throw new ProblemError(outcome.failed, 'The picture could not be made');
      }
      return sendFile(reply, store, outcome.file, `public, max-age=${Math.min(left, KEEP_PICTURE)}, immutable`);
    },
  );
}

const NO_MORE = 'No more pictures are made for the owner of the logo now';

/** Whoever has an address is told that there is a quota, and not how much of it is in use. */
function hideQuota(error: unknown, reply: FastifyReply): never {
  if (!(error instanceof ProblemError) || error.quota === undefined) throw error;
  if (error.problem === 'quota-exceeded') reply.header('retry-after', secondsUntil(error.quota.resetsAt));
  throw new ProblemError(error.problem, NO_MORE);
}

/** Aborted so late in the stop of the API that who waits can just be answered. */
function shortlyBeforeEnd({ draining, config }: Pick<ServiceDeps, 'draining' | 'config'>): AbortSignal {
  const { serviceReadyOff, serviceDrain } = config.timeBudgets;
  const ending = new AbortController();
  const end = () => setTimeout(() => ending.abort(), (serviceReadyOff + serviceDrain - MARGIN) * 1000).unref();
  draining.addEventListener('abort', end, { once: true });
  return ending.signal;
}
