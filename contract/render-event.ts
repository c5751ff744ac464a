import Type, { type Static } from 'typebox';
import { Problem } from './problem-document.ts';
import { FINISHED_STATES, RenderOutput } from './render.ts';

const Seq = Type.Integer({ minimum: 1, description: 'Counts up from 1 in each render, without a gap' });
const At = Type.String({ format: 'date-time' });

/**
 * What happens to a render, in order. Each happens once in a run of the render, however often a job is delivered: one `queued`,
 * one `started`, one `output` a file, one `child` a finished child of a batch, and at the end one of `succeeded`,
 * `failed` and `canceled`.
 */
export const RenderEvent = Type.Union(
  [
    Type.Object({ seq: Seq, at: At, type: Type.Literal('queued'), data: Type.Object({}) }),
    Type.Object({ seq: Seq, at: At, type: Type.Literal('started'), data: Type.Object({}) }),
    Type.Object({ seq: Seq, at: At, type: Type.Literal('output'), data: RenderOutput }),
    Type.Object({
      seq: Seq,
      at: At,
      type: Type.Literal('child'),
      data: Type.Object({
        renderId: Type.String({ format: 'uuid' }),
        logoId: Type.String({ format: 'uuid' }),
        state: Type.Enum([...FINISHED_STATES]),
      }),
    }),
    Type.Object({
      seq: Seq,
      at: At,
      type: Type.Literal('succeeded'),
      data: Type.Object({ outputs: Type.Integer({ minimum: 0, description: 'A batch has none of its own' }) }),
    }),
    Type.Object({ seq: Seq, at: At, type: Type.Literal('failed'), data: Problem }),
    Type.Object({ seq: Seq, at: At, type: Type.Literal('canceled'), data: Type.Object({}) }),
  ],
  { title: 'RenderEvent' },
);

export type RenderEvent = Static<typeof RenderEvent>;
export type RenderEventType = RenderEvent['type'];
