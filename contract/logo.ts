import Type, { type Static } from 'typebox';

/** The picture formats a logo may be uploaded in, told by its bytes. */
const LOGO_FORMATS = ['png', 'jpeg', 'webp', 'avif', 'gif', 'svg'] as const;

export type LogoFormat = (typeof LOGO_FORMATS)[number];

/** The formats made of pixels. */
export type RasterFormat = Exclude<LogoFormat, 'svg'>;

export const Logo = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the uploaded bytes' }),
    format: Type.Enum([...LOGO_FORMATS]),
    bytes: Type.Integer({ minimum: 1 }),
    createdAt: Type.String({ format: 'date-time' }),
  },
  {
    title: 'Logo',
    examples: [
      {
        id: '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11',
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        format: 'svg',
        bytes: 1843,
        createdAt: '2026-11-24T08:00:00.000Z',
      },
    ],
  },
);

export type Logo = Static<typeof Logo>;
