import assert from 'node:assert/strict';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import { TimedOut, within } from '../../within.ts';
import { consumeJobs } from '../connect.ts';

// A program of its own, as BullMQ goes on to look for its server in a process that does not end.
const log = new PassThrough();
const config = { redisUrl: 'redis://127.0.0.1:1', databaseUrl: 'postgres://not-used' };
const consumer = consumeJobs(config, async () => {}, pino(log));
await once(log, 'data');
await assert.rejects(within(0.1, consumer.check()), TimedOut);
await consumer.close();
process.exit(0);
