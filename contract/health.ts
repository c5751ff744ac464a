import Type, { type Static } from 'typebox';

const Check = Type.Object({
  ok: Type.Boolean(),
  ms: Type.Number({ description: 'How long the check took, in milliseconds' }),
  detail: Type.Optional(Type.String()),
});

/** What a readiness probe answers: each part the program needs, and the time its check took. */
export const Readiness = Type.Object(
  {
    status: Type.Enum(['ready', 'not-ready', 'draining']),
    checks: Type.Object({ postgres: Check, queue: Check, objectStore: Check }),
  },
  {
    title: 'Readiness',
    examples: [
      {
        status: 'ready',
        checks: { postgres: { ok: true, ms: 2 }, queue: { ok: true, ms: 1 }, objectStore: { ok: true, ms: 4 } },
      },
    ],
  },
);

export type Readiness = Static<typeof Readiness>;

export const Liveness = Type.Object(
  { status: Type.Literal('ok'), version: Type.String(), uptimeSeconds: Type.Number() },
  { title: 'Liveness', examples: [{ status: 'ok', version: '0.1.0', uptimeSeconds: 3600 }] },
);
