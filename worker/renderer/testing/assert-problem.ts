import assert from 'node:assert/strict';
import { ProblemError, type ProblemName } from '@logomorph/contract/problem.ts';

/** What tells of how pictures are decoded: the names of libraries, paths, texts of several lines. */
export const INNARDS = /vips|libpng|heif|xml2|\/[a-z]+\/|\n/i;

/** For `assert.throws`: that an error is a problem with such a detail, which tells nothing of how pictures are decoded. */
export function isProblem(error: unknown, problem: ProblemName, detail: RegExp): true {
  assert.ok(error instanceof ProblemError, `${error}`);
  assert.equal(error.problem, problem, error.message);
  assert.doesNotMatch(error.message, INNARDS);
  assert.match(error.message, detail);
  return true;
}

/** That what is awaited ends in a problem, see `isProblem`. */
export function assertProblem(promise: Promise<unknown>, problem: ProblemName, detail: RegExp): Promise<void> {
  return assert.rejects(promise, (error) => isProblem(error, problem, detail));
}
