import Type, { type Static } from 'typebox';

/** What an erasure goes through. There is no failure: it is tried until it has succeeded. */
export const ERASURE_STATES = ['pending', 'running', 'succeeded'] as const;

export type ErasureState = (typeof ERASURE_STATES)[number];

const Id = Type.String({ format: 'uuid' });
const At = (description?: string) =>
  Type.String({ format: 'date-time', ...(description === undefined ? {} : { description }) });
const Count = (description: string) => Type.Integer({ minimum: 0, description });

/** What is erased, with all that was made of it. */
export const ErasureSubject = Type.Object({ type: Type.Enum(['logo', 'tenant']), id: Id }, { title: 'ErasureSubject' });

export type ErasureSubject = Static<typeof ErasureSubject>;

/** What a receipt says; signed, it is the payload of a JWS (RFC 7515). */
export const ErasureReceipt = Type.Object(
  {
    erasureId: Id,
    tenantId: Id,
    subject: ErasureSubject,
    createdAt: At('When it was asked for'),
    startedAt: At(),
    finishedAt: At(),
    rows: Type.Record(Type.String(), Type.Integer({ minimum: 0 }), {
      description: 'Rows of the database that were erased, by table',
    }),
    objects: Type.Object({
      removed: Count('Files that were removed from the object store'),
      kept: Count('Files that renders of another logo have too, of the same bytes uploaded again'),
      sha256: Type.String({
        pattern: '^[0-9a-f]{64}$',
        description:
          'SHA-256 over the names of the removed ones, sorted by their bytes, each with a line feed after it',
      }),
    }),
    recheck: Type.Object(
      {
        at: At(),
        rows: Count('Rows that were found again: 0'),
        objects: Count('Files that were found again: 0'),
      },
      { description: 'A last look at the database and at the list of the object store' },
    ),
  },
  { title: 'ErasureReceipt' },
);

export type ErasureReceipt = Static<typeof ErasureReceipt>;

export const Erasure = Type.Object(
  {
    id: Id,
    subject: ErasureSubject,
    state: Type.Enum([...ERASURE_STATES]),
    createdAt: At(),
    startedAt: Type.Optional(At()),
    finishedAt: Type.Optional(At()),
    receiptUrl: Type.String({
      description: 'Where this can be read without a key, also when the tenant is gone. Whoever knows it can read it',
    }),
    receipt: Type.Optional(ErasureReceipt),
    signedReceipt: Type.Optional(
      Type.String({ description: 'The receipt as a JWS (RFC 7515) by a key of /.well-known/jwks.json' }),
    ),
  },
  {
    title: 'Erasure',
    examples: [
      {
        id: '0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21',
        subject: { type: 'logo', id: '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11' },
        state: 'pending',
        createdAt: '2026-11-24T08:00:00.000Z',
        receiptUrl: '/v1/erasures/0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21/receipt?token=3q2-7wEVlOq0mC1n',
      },
    ],
  },
);

export type Erasure = Static<typeof Erasure>;

/** A wish that something is erased. */
export const ErasureRequest = Type.Object(
  {
    subject: Type.Union([
      Type.Object({ type: Type.Literal('logo'), id: Id }, { additionalProperties: false }),
      Type.Object({ type: Type.Literal('tenant') }, { additionalProperties: false }),
    ]),
    confirm: Type.Optional(
      Type.String({ format: 'uuid', description: 'Needed for the tenant: its id, which the refusal without it names' }),
    ),
  },
  {
    title: 'ErasureRequest',
    additionalProperties: false,
    examples: [{ subject: { type: 'logo', id: '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11' } }],
  },
);

export type ErasureRequest = Static<typeof ErasureRequest>;
