import type { Readable } from 'node:stream';
import Type from 'typebox';
import type { HeaderName } from '../openapi/headers.ts';

export const Id = Type.String({ format: 'uuid', examples: ['0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e'] });

/** An answer whose body is sent as it is, in that media type. */
export function streamAnswer(mediaType: string, description: string, ...examples: string[]) {
  const schema = Type.Unsafe<Readable>(examples.length === 0 ? {} : { examples });
  return { description, content: { [mediaType]: { schema } } };
}

/** The answers of a route that sends a file. */
export const fileAnswers = {
  200: streamAnswer('*/*', 'The bytes, in the type that the output names'),
  206: streamAnswer('*/*', 'The part that `Range` asks for'),
  304: Type.Null({ description: 'The client has these bytes' }),
};

const FILE_HEADERS: readonly HeaderName[] = ['Cache-Control', 'ETag'];
const BYTES_HEADERS: readonly HeaderName[] = [
  ...FILE_HEADERS,
  'Accept-Ranges',
  'Content-Disposition',
  'Last-Modified',
  'Repr-Digest',
];

/** The headers of these answers. */
export const fileHeaders = { 200: BYTES_HEADERS, 206: [...BYTES_HEADERS, 'Content-Range'], 304: FILE_HEADERS } as const;
