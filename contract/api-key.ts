import Type, { type Static } from 'typebox';
import { MAX_RATE } from './limits.ts';
import { SomeOf } from './some-of.ts';
import { LineOfText } from './text.ts';

/**
 * What a key may do: `read` all but keys and webhooks; `render`, which is to store logos and to ask for renders; `admin`, which is
 * to manage both. None has another in it.
 */
export const SCOPES = ['read', 'render', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

/** What a key may do, and how many seconds a rotated one goes on working, when nothing is said. */
export const API_KEY_DEFAULTS = { scopes: ['read', 'render'] satisfies Scope[], overlapSeconds: 86_400 };

const Scopes = (options: { default?: Scope[] } = {}) =>
  SomeOf(SCOPES, {
    description: 'read: all but keys and webhooks; render: store logos and ask for renders; admin: manage both',
    ...options,
  });

const RequestsPerMinute = Type.Integer({
  minimum: 1,
  maximum: MAX_RATE,
  description: 'A limit of this key alone; below the limit that all keys have',
});

const EXAMPLE = {
  id: '0199f0a4-5a3c-7f2e-9d41-1b2c3d4e5f60',
  name: 'website',
  prefix: 'lm_91b679344c784683',
  scopes: ['read', 'render'] satisfies Scope[],
  createdAt: '2026-11-24T08:00:00.000Z',
  lastUsedAt: '2026-11-24T09:12:30.000Z',
};

export const ApiKey = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    name: LineOfText(100),
    prefix: Type.String({ description: 'The part of the key that is not secret' }),
    scopes: Scopes(),
    requestsPerMinute: Type.Optional(RequestsPerMinute),
    createdAt: Type.String({ format: 'date-time' }),
    expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
    lastUsedAt: Type.Optional(Type.String({ format: 'date-time', description: 'Right to about a minute' })),
    revokedAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  { title: 'ApiKey', examples: [EXAMPLE] },
);

export type ApiKey = Static<typeof ApiKey>;

/** A key as it is answered once, when it is made: with its secret. */
export const NewApiKey = Type.Interface(
  [ApiKey],
  { key: Type.String({ description: 'The whole key; it is shown this once' }) },
  {
    title: 'NewApiKey',
    examples: [{ ...EXAMPLE, key: `${EXAMPLE.prefix}_${'0'.repeat(48)}AbCdEf` }],
  },
);

export type NewApiKey = Static<typeof NewApiKey>;

const ExpiresAt = Type.Optional(
  Type.String({ format: 'date-time', description: 'From when on the key is refused; never when left out' }),
);

/** A wish for a key. */
export const ApiKeyRequest = Type.Object(
  {
    name: ApiKey.properties.name,
    scopes: Type.Optional(Scopes({ default: API_KEY_DEFAULTS.scopes })),
    requestsPerMinute: Type.Optional(RequestsPerMinute),
    expiresAt: ExpiresAt,
  },
  {
    title: 'ApiKeyRequest',
    additionalProperties: false,
    examples: [{ name: 'website' }, { name: 'dashboard', scopes: ['read'], expiresAt: '2030-01-01T00:00:00Z' }],
  },
);

export type ApiKeyRequest = Static<typeof ApiKeyRequest>;

/** What of a key can be changed; null takes a limit away. */
export const ApiKeyChange = Type.Object(
  {
    name: Type.Optional(ApiKey.properties.name),
    requestsPerMinute: Type.Optional(Type.Union([RequestsPerMinute, Type.Null()])),
  },
  {
    title: 'ApiKeyChange',
    additionalProperties: false,
    minProperties: 1,
    examples: [{ name: 'website (new)' }, { requestsPerMinute: 100 }],
  },
);

export type ApiKeyChange = Static<typeof ApiKeyChange>;

/** A wish for a key in the place of another. */
export const ApiKeyRotation = Type.Object(
  {
    overlapSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 7 * 86_400,
        default: API_KEY_DEFAULTS.overlapSeconds,
        description: 'How long the old key goes on working beside the new one',
      }),
    ),
    expiresAt: ExpiresAt,
  },
  { title: 'ApiKeyRotation', additionalProperties: false, examples: [{ overlapSeconds: 3600 }] },
);

export type ApiKeyRotation = Static<typeof ApiKeyRotation>;
