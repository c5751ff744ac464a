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

/** Which logo is to be erased. */
export const NewErasure = Type.Object(
  { logoId: Id },
  {
    title: 'NewErasure',
    additionalProperties: false,
    examples: [{ logoId: '0199f0a0-1b2c-7d3e-8f40-5a6b7c8d9e0f' }],
  },
);

const RequestedBy = Type.String({
  description:
    'The prefix of the API key that asked for it, `user` for one who signed in, `operator`, or `identity-provider`',
});

/** What a receipt says. It names no person, and nothing by what its owner called it. */
export const ErasureReceipt = Type.Object(
  {
    erasureId: Id,
    tenantId: Id,
    subject: ErasureSubject,
    requestedBy: RequestedBy,
    createdAt: At('When it was asked for'),
    startedAt: At(),
    finishedAt: At(),
    rows: Type.Record(Type.String(), Type.Integer({ minimum: 0 }), {
      description: 'Rows of the database that were erased, by table',
    }),
    objects: Type.Object({
      removed: Count('Objects that were removed from the object store, with their older versions where it keeps those'),
      bytes: Count('What they had together'),
      kept: Type.Optional(Count('Objects that stay, for renders of another logo of the same bytes have them too')),
    }),
    recheck: Type.Object(
      {
        at: At(),
        rows: Count('Rows that were found again: 0'),
        objects: Count('Objects that were found again: 0'),
      },
      { description: 'A last look at the database and at the list of the object store' },
    ),
  },
  { title: 'ErasureReceipt' },
);

export type ErasureReceipt = Static<typeof ErasureReceipt>;

const EXAMPLE = {
  id: '0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21',
  subject: { type: 'logo', id: '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11' },
  state: 'running',
  requestedBy: 'lm_2f6d0b1c9a7e4d35',
  createdAt: '2026-11-24T08:00:00.000Z',
  startedAt: '2026-11-24T08:00:00.000Z',
  receiptUrl: '/erasures/0199f0b1-2a7c-7d11-8c3e-5b1f0a9d4e21?expires=2110752000&signature=Zr3x',
};

export const Erasure = Type.Object(
  {
    id: Id,
    subject: ErasureSubject,
    state: Type.Enum([...ERASURE_STATES]),
    requestedBy: RequestedBy,
    createdAt: At(),
    startedAt: Type.Optional(At()),
    finishedAt: Type.Optional(At()),
    receiptUrl: Type.String({
      description:
        'Where this can be read without a key, also when the tenant is gone, relative to the API. Whoever has it can read it',
    }),
    receipt: Type.Optional(ErasureReceipt),
    receiptSha256: Type.Optional(
      Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 over the receipt as canonical JSON (RFC 8785)' }),
    ),
    signedReceipt: Type.Optional(
      Type.String({
        description: 'That text, signed: a JWS (RFC 7515) by EdDSA, with a key of `/.well-known/jwks.json`',
      }),
    ),
  },
  { title: 'Erasure', examples: [EXAMPLE] },
);

export type Erasure = Static<typeof Erasure>;

/** The public keys that receipts are signed with (RFC 7517). */
export const ReceiptKeys = Type.Object(
  {
    keys: Type.Array(
      Type.Object({
        kty: Type.Literal('OKP'),
        crv: Type.Literal('Ed25519'),
        x: Type.String(),
        kid: Type.String(),
        alg: Type.Literal('EdDSA'),
        use: Type.Literal('sig'),
      }),
    ),
  },
  {
    title: 'ReceiptKeys',
    examples: [
      {
        keys: [
          {
            kty: 'OKP',
            crv: 'Ed25519',
            x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
            kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
            alg: 'EdDSA',
            use: 'sig',
          },
        ],
      },
    ],
  },
);

export type ReceiptKeys = Static<typeof ReceiptKeys>;
