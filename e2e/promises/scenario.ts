import type { Findings } from './parts/ledger.ts';

/** How a scenario is to be run. */
export interface Run {
  /** All there is to break, and not a sample of it. */
  thorough: boolean;
  /** The number of the database of Redis that is this run's own. */
  redisDatabase: number;
}

/** What became of a run. */
export interface Outcome extends Findings {
  /** What was broken, and how often. */
  broken: string;
  /** Requests of clients that do not try again, where that is promised, and how many of them failed. */
  requests?: number;
  failedRequests?: number;
}

/** One way to break the product, and all that it promises then. */
export interface Scenario {
  name: string;
  /** Why it cannot be run here, or false when it can. */
  skip: string | false;
  run: (run: Run) => Promise<Outcome>;
}
