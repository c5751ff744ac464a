import { Readable } from 'node:stream';
import { isFinished } from '@logomorph/contract/render.ts';
import Type from 'typebox';
import { accessEnded } from '../access-ended.ts';
import type { ServiceDeps } from '../deps.ts';
import { accessOf } from '../plugins/authentication.ts';
import { streamEvents } from '../use-cases/event-stream.ts';
import { eventReader, lastSeq, renderReader } from '../use-cases/renders.ts';
import { clientGone } from './client-gone.ts';
import { Id, streamAnswer } from './schemas.ts';
import type { App } from './types.ts';

/** The largest number that the database keeps for an event. */
const MAX_SEQ = 2_147_483_647;

/** `/v1/renders/:renderId/events`: what happens to a render, as server-sent events (HTML, 9.2). */
export function renderEventsRoute(app: App, { db, reads, signals, draining, config }: ServiceDeps): void {
  const readRender = renderReader(db, reads);
  const readEvents = eventReader(db, reads);
  app.get(
    '/v1/renders/:renderId/events',
    {
      config: { scope: 'read', answerHeaders: { 200: ['Cache-Control'] } },
      schema: {
        tags: ['renders'],
        operationId: 'followRender',
        summary: 'Follow a render',
        description:
          'Events queued, started, output (of a batch: child), succeeded, failed and canceled; each has its sequence ' +
          'number as id. A stream that breaks goes on after `Last-Event-ID`. 204 when nothing follows that id any more.',
        params: Type.Object({ renderId: Id }),
        headers: Type.Object({ 'last-event-id': Type.Optional(Type.Integer({ minimum: 0, maximum: MAX_SEQ })) }),
        response: {
          200: streamAnswer('text/event-stream', 'The events'),
          204: Type.Null({ description: 'The render is finished and nothing follows' }),
        },
      },
    },
    async (request, reply) => {
      const { renderId } = request.params;
      const seen = request.headers['last-event-id'] ?? 0;
      const access = accessOf(request);
      const { state } = await readRender(access.principal.tenantId, renderId);
      if (isFinished(state) && (await readEvents(renderId, seen))?.length === 0) return reply.code(204).send(null);
      // Whoever says to have seen what has not happened yet is told of it when it does.
      const after = seen === 0 ? 0 : Math.min(seen, await lastSeq(db, renderId));
      const over = AbortSignal.any([
        clientGone(reply),
        draining,
        AbortSignal.timeout(config.timeBudgets.requestTimeout * 1000),
      ]);
      const signal = AbortSignal.any([over, accessEnded(access, over)]);
      // Proxies in between, as nginx, are told so not to hold events back.
      reply.type('text/event-stream').header('cache-control', 'no-store').header('x-accel-buffering', 'no');
      return reply.send(
        Readable.from(streamEvents({ readEvents, signals }, renderId, after, signal), { objectMode: false }),
      );
    },
  );
}
