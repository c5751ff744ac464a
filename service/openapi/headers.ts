const text = (description: string, example: string, required = true) => ({
  description,
  required,
  schema: { type: 'string' },
  example,
});

const seconds = (description: string, example: number) => ({
  description,
  required: true,
  schema: { type: 'integer', minimum: 0 },
  example,
});

/** The headers of answers that clients go by, as components of the description. */
export const HEADERS = {
  'Request-Id': text('The one that was sent, or a new one; logs have it', '6f2f0cb0-4b3a-4cf1-9d1e-0a2b3c4d5e6f'),
  Location: text('Where what was made is, relative to the API', '/v1/renders/0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e'),
  'Retry-After': seconds('After how many seconds to try again', 5),
  'WWW-Authenticate': text('What is wrong with the key or the token (RFC 6750)', 'Bearer realm="logomorph"'),
  'RateLimit-Policy': text(
    'The limits on rates, as `q` in `w` seconds; not there while they cannot be counted',
    '"key";q=1000;w=60, "tenant";q=5000;w=60',
    false,
  ),
  RateLimit: text(
    'What is left of each limit, as `r` for `t` seconds; not there while they cannot be counted',
    '"key";r=998;t=42, "tenant";r=4987;t=42',
    false,
  ),
  'Idempotency-Replayed': {
    description: 'That the answer is the one that an earlier request with the same `Idempotency-Key` got',
    required: false,
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  'Preference-Applied': text('How long was waited at most, if `Prefer` asked for it', 'wait=10', false),
  'Cache-Control': text('How long the answer may be kept, and by whom', 'private, max-age=31536000, immutable'),
  ETag: text('Tells versions of the file apart; weak when it is compressed on the way', '"9f86d081884c7d65"'),
  'Last-Modified': text('Not there while the render may still make the file', 'Tue, 24 Nov 2026 08:00:04 GMT', false),
  'Accept-Ranges': text('That parts can be asked for; not there when it is compressed on the way', 'bytes', false),
  'Content-Range': text('Which bytes these are, or how many there are', 'bytes 0-99/1456'),
  'Content-Disposition': text('Whether to show or to save it, and under which name', 'inline; filename="logo.webp"'),
  'Repr-Digest': text(
    'SHA-256 of the file (RFC 9530); not there when it is compressed on the way',
    'sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:',
    false,
  ),
} as const;

export type HeaderName = keyof typeof HEADERS;

/** The place of a header among the components. */
export function headerReference(name: HeaderName): { $ref: string } {
  return { $ref: `#/components/headers/${name}` };
}
