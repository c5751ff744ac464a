import type { Scenario } from './scenario.ts';
import { crashService, crashWorker } from './scenarios/crash-at-each-step.ts';
import { deliveredTwice } from './scenarios/delivered-twice.ts';
import { postgresRestart } from './scenarios/postgres-restart.ts';
import { redisFlush, redisRestart } from './scenarios/redis.ts';

/** All ways in which the product is broken. */
export const SCENARIOS: readonly Scenario[] = [
  crashWorker,
  crashService,
  redisRestart,
  redisFlush,
  postgresRestart,
  deliveredTwice,
];
