import type { Scenario } from './scenario.ts';
import { clockSteps } from './scenarios/clock-steps.ts';
import { crashService, crashWorker } from './scenarios/crash-at-each-step.ts';
import { deliveredTwice } from './scenarios/delivered-twice.ts';
import { diskFull } from './scenarios/disk-full.ts';
import { objectStoreFailing, objectStoreHanging } from './scenarios/object-store.ts';
import { poisonLogo } from './scenarios/poison-logo.ts';
import { postgresRestart } from './scenarios/postgres-restart.ts';
import { redisFlush, redisRestart } from './scenarios/redis.ts';
import { rollingRestart } from './scenarios/rolling-restart.ts';

/** All ways in which the product is broken; those that take longest first, so that none is waited for alone at the end. */
export const SCENARIOS: readonly Scenario[] = [
  crashService,
  postgresRestart,
  poisonLogo,
  crashWorker,
  rollingRestart,
  redisRestart,
  clockSteps,
  objectStoreFailing,
  objectStoreHanging,
  deliveredTwice,
  redisFlush,
  diskFull,
];
