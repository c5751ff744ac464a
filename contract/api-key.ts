import Type, { type Static } from 'typebox';
import { LineOfText } from './text.ts';

export const ApiKey = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: LineOfText(100),
    prefix: Type.String({ description: 'The part of the key that is not secret' }),
    createdAt: Type.String({ format: 'date-time' }),
    revokedAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  { title: 'ApiKey' },
);

export type ApiKey = Static<typeof ApiKey>;

/** A key as it is answered once, when it is made: with its secret. */
export const NewApiKey = Type.Interface(
  [ApiKey],
  { key: Type.String({ description: 'The whole key; it is shown this once' }) },
  { title: 'NewApiKey' },
);

export type NewApiKey = Static<typeof NewApiKey>;
