import type { Readable } from 'node:stream';
import { Problem } from '@logomorph/contract/problem-document.ts';
import Type from 'typebox';

const ProblemAnswer = {
  description: 'A problem document',
  content: { 'application/problem+json': { schema: Problem } },
};

/** The answers of a route that are problems, by status, for the description; some every route has that needs a key. */
export function problemAnswers(...statuses: number[]) {
  return publicProblemAnswers(401, 403, ...statuses, 429);
}

/** The same of a route that needs no key. */
export function publicProblemAnswers(...statuses: number[]) {
  return Object.fromEntries([...statuses, 500, 503].map((status) => [status, ProblemAnswer]));
}

export const Id = Type.String({ format: 'uuid' });

/** An answer whose body is sent as it is, in that media type. */
export function streamAnswer(mediaType: string, description: string) {
  return { description, content: { [mediaType]: { schema: Type.Unsafe<Readable>({ type: 'string' }) } } };
}

/** The answers of a route that sends a file. */
export const fileAnswers = {
  200: streamAnswer('application/octet-stream', 'The bytes, in the type that the output names'),
  206: streamAnswer('application/octet-stream', 'The part that `Range` asks for'),
  304: { description: 'The client has these bytes' },
};
