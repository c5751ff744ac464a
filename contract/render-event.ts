import Type, { type Static, type TSchema } from 'typebox';
import { Problem } from './problem-document.ts';
import { FINISHED_STATES, RenderOutput } from './render.ts';

const Seq = Type.Integer({ minimum: 1, description: 'Counts up from 1 in each render, without a gap' });
const At = Type.String({ format: 'date-time' });

/** Each has a title, so that generated clients have a name for it. */
const event = <T extends string, D extends TSchema>(title: string, type: T, data: D) =>
  Type.Object({ seq: Seq, at: At, type: Type.Literal(type), data }, { title });

/**
 * What happens to a render, in order. Each happens once in a run of the render, however often a job is delivered: one `queued`,
 * one `started`, one `output` a file, one `child` a finished child of a batch, and at the end one of `succeeded`,
 * `failed` and `canceled`.
 */
export const RenderEvent = Type.Union(
  [
    event('RenderQueuedEvent', 'queued', Type.Object({})),
    event('RenderStartedEvent', 'started', Type.Object({})),
    event('RenderOutputEvent', 'output', RenderOutput),
    event(
      'RenderChildEvent',
      'child',
      Type.Object({
        renderId: Type.String({ format: 'uuid' }),
        logoId: Type.String({ format: 'uuid' }),
        state: Type.Enum([...FINISHED_STATES]),
      }),
    ),
    event(
      'RenderSucceededEvent',
      'succeeded',
      Type.Object({ outputs: Type.Integer({ minimum: 0, description: 'A batch has none of its own' }) }),
    ),
    event('RenderFailedEvent', 'failed', Problem),
    event('RenderCanceledEvent', 'canceled', Type.Object({})),
  ],
  { title: 'RenderEvent' },
);

export type RenderEvent = Static<typeof RenderEvent>;
export type RenderEventType = RenderEvent['type'];
