import Type, { type Static } from 'typebox';
import { LIMITS } from './limits.ts';
import { Metadata } from './metadata.ts';
import { LineOfText, NamedUrl } from './text.ts';

/** The picture formats a logo may be uploaded in, told by its bytes. */
export const LOGO_FORMATS = ['png', 'jpeg', 'webp', 'avif', 'gif', 'svg'] as const;

export type LogoFormat = (typeof LOGO_FORMATS)[number];

/** The formats made of pixels. */
export type RasterFormat = Exclude<LogoFormat, 'svg'>;

export const LOGO_MEDIA_TYPES: Readonly<Record<LogoFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  svg: 'image/svg+xml',
};

/**
 * The media types that the bytes of a logo may be sent under. What they are is told by themselves. Generated clients send them
 * under the first, which is right for all.
 */
export const UPLOAD_MEDIA_TYPES = ['application/octet-stream', ...Object.values(LOGO_MEDIA_TYPES)];

/** What a client calls a logo. */
export const LogoName = LineOfText(LIMITS.logoNameCharacters, {
  description: "A client's name for it; none when left out",
});

export const Logo = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    sha256: Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'SHA-256 of the uploaded bytes',
      examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    }),
    format: Type.Enum([...LOGO_FORMATS]),
    bytes: Type.Integer({ minimum: 1 }),
    width: Type.Optional(Type.Integer({ minimum: 1, description: 'Pixels, of a raster whose head tells them' })),
    height: Type.Optional(Type.Integer({ minimum: 1 })),
    name: Type.Optional(LogoName),
    metadata: Metadata,
    scan: Type.Optional(
      Type.Enum(['pending'], {
        description: 'There while its bytes are not scanned yet: renders of it are taken, and wait until they are',
      }),
    ),
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
        name: 'Acme, 2026',
        metadata: { brand: 'acme' },
        createdAt: '2026-11-24T08:00:00.000Z',
      },
    ],
  },
);

export type Logo = Static<typeof Logo>;

export const LogoPatch = Type.Object(
  {
    name: Type.Optional(Type.Union([LogoName, Type.Null()], { description: 'null takes it away' })),
    metadata: Type.Optional(Metadata),
  },
  {
    title: 'LogoPatch',
    additionalProperties: false,
    minProperties: 1,
    examples: [{ name: 'Acme, 2026', metadata: { brand: 'acme' } }],
  },
);

export type LogoPatch = Static<typeof LogoPatch>;

/** A wish for a logo that is on the web. */
export const LogoFromUrlRequest = Type.Object(
  {
    url: NamedUrl('An https:// URL of the public internet, without a user in it, that answers with the picture'),
    name: Type.Optional(LogoName),
  },
  {
    title: 'LogoFromUrlRequest',
    additionalProperties: false,
    examples: [{ url: 'https://example.com/brand/logo.svg', name: 'Acme, 2026' }],
  },
);
