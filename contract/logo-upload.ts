import Type, { type Static } from 'typebox';
import { LIMITS } from './limits.ts';
import { Logo, LogoName } from './logo.ts';
import { Metadata } from './metadata.ts';

/** Pending until it is completed or its time is over. */
const LOGO_UPLOAD_STATES = ['pending', 'completed', 'expired'] as const;

const { sha256 } = Logo.properties;

/** The announcement of a logo whose bytes do not come with it. */
export const LogoUploadRequest = Type.Object(
  {
    // Too many are `logo-too-large`, whether the limit is this or a lower one that is set.
    bytes: Type.Integer({ minimum: 1, description: `How many will be sent, at most ${LIMITS.logoBytes}` }),
    sha256,
    name: Type.Optional(LogoName),
    metadata: Type.Optional(Metadata),
  },
  {
    title: 'LogoUploadRequest',
    additionalProperties: false,
    examples: [
      {
        bytes: 7340032,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        name: 'Acme, 2026',
        metadata: { brand: 'acme' },
      },
    ],
  },
);

export type LogoUploadRequest = Static<typeof LogoUploadRequest>;

export const LogoUpload = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    state: Type.Enum([...LOGO_UPLOAD_STATES]),
    bytes: Type.Integer({ minimum: 1 }),
    sha256,
    createdAt: Type.String({ format: 'date-time' }),
    expiresAt: Type.String({ format: 'date-time', description: 'Until when it may be sent and completed' }),
    request: Type.Optional(
      Type.Object(
        {
          method: Type.Enum(['PUT']),
          url: Type.String({ description: 'Absolute, or relative to the API' }),
          headers: Type.Record(Type.String(), Type.String(), { description: 'To be sent as they are' }),
        },
        // Without a title, generated clients name it as they name `LogoUploadRequest`.
        {
          title: 'BytesRequest',
          description: 'How to send the bytes: without an API key. It is in the answer to the announcement alone',
        },
      ),
    ),
    logo: Type.Optional(Logo),
  },
  {
    title: 'LogoUpload',
    examples: [
      {
        id: '0199f0a4-7a52-7b0e-8f3c-2d1e0f9a8b7c',
        state: 'pending',
        bytes: 7340032,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        createdAt: '2026-11-24T08:00:00.000Z',
        expiresAt: '2026-11-24T09:00:00.000Z',
        request: {
          method: 'PUT',
          url: 'https://logos.s3.us-east-1.amazonaws.com/0199/uploads/0199?X-Amz-Signature=5d6c',
          headers: { 'x-amz-checksum-sha256': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' },
        },
      },
    ],
  },
);

export type LogoUpload = Static<typeof LogoUpload>;
