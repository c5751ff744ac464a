import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { ProblemName } from '@logomorph/contract/problem.ts';

/** A file that somebody may upload to harm, and what has to become of it. */
export interface HostileLogo {
  /** Unique in the corpus. */
  name: string;
  /** The published class of attacks that it is of. */
  attackClass: string;
  /** What it is said to be. */
  format: LogoFormat;
  bytes: Buffer;
  outcome: Outcome;
}

/** It is refused, with this problem; or it is rendered, without what is named. */
export type Outcome = { refused: ProblemName } | { rendered: readonly string[] };

/** What hostile files try to reach. Whoever runs them watches it. */
export interface Canary {
  /** An address of a server, without a slash at the end. */
  url: string;
  /** The absolute path of a PNG. */
  path: string;
}

export const refused = (problem: ProblemName): Outcome => ({ refused: problem });
export const rendered = (...dropped: string[]): Outcome => ({ rendered: dropped });

/** A file of a class, with its outcome, by its name. */
type Cases = Readonly<Record<string, readonly [bytes: Buffer | string, outcome: Outcome]>>;

/** The hostile logos of a class. */
export function ofClass(attackClass: string, format: LogoFormat, cases: Cases): HostileLogo[] {
  return Object.entries(cases).map(([name, [bytes, outcome]]) => {
    return { name: `${attackClass}: ${name}`, attackClass, format, bytes: Buffer.from(bytes), outcome };
  });
}
