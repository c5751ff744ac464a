import Type, { type Static } from 'typebox';

/** A tenant, as its own keys and tokens see it. */
export const Tenant = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'What `confirm` must be to erase it' }),
    name: Type.String({ description: 'By which the operator knows it' }),
    createdAt: Type.String({ format: 'date-time' }),
  },
  {
    title: 'Tenant',
    examples: [{ id: '0199f0a0-1b2c-7d3e-8f40-5a6b7c8d9e0f', name: 'acme', createdAt: '2026-11-24T08:00:00.000Z' }],
  },
);

export type Tenant = Static<typeof Tenant>;
