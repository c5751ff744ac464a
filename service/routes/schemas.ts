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
  200: bytesAnswer('The bytes, in the type that the output names'),
  206: bytesAnswer('The part that `Range` asks for'),
  304: Type.Null({ description: 'The client has these bytes' }),
};

/** Bytes of any type. Generated clients read them as text, or not at all, where no type is there that they know as bytes. */
function bytesAnswer(description: string) {
  const bytes = { schema: Type.Unsafe<Readable>({ type: 'string', format: 'binary' }) };
  // Of those some are JSON, which is no text.
  const any = { schema: Type.Unsafe<Readable>({}) };
  return { description, content: { 'application/octet-stream': bytes, '*/*': any } };
}

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
