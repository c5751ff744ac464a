import { isUtf8 } from 'node:buffer';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { App } from '../routes/types.ts';

/** How deep lists and objects may lie in each other: far more than in any body, and no more than can be walked through. */
const LEVELS = 50;

/**
 * Takes bodies of JSON alone, and these in UTF-8 (RFC 8259, 8.1). Of other bytes Node would make replacement characters, and
 * what was meant would be lost in what is stored.
 */
export function takeJsonBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (!isUtf8(body)) return done(new ProblemError('bad-request', 'The body is no text in UTF-8'));
    parse(request, body.toString(), (error, value) => {
      if (error !== null) return done(error);
      if (isDeeper(value, LEVELS))
        return done(new ProblemError('bad-request', `The body has more than ${LEVELS} levels`));
      done(null, value);
    });
  });
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1));
}
