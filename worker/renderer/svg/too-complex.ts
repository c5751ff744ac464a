import { ProblemError } from '@logomorph/contract/problem.ts';

/** The refusal of an SVG that is over a limit: how much it has of what, and the limit. */
export function tooComplex(value: number, what: string, limit: number): ProblemError {
  return new ProblemError('logo-too-complex', `The SVG has ${value} ${what}; the limit is ${limit}`);
}
