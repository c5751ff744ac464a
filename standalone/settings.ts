import { join, resolve } from 'node:path';
import { PORTS } from '@logomorph/contract/ports.ts';
import { readConfig } from '@logomorph/core/config.ts';
import type { Program } from './program.ts';
import { StartError } from './start-error.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What the one-machine start does, read from the environment. */
export interface Settings {
  root: string;
  dataFolder: string;
  /** The Postgres to use; without it one of our own is started. */
  databaseUrl: string | undefined;
  /** How long the programs may take to stop. */
  drainSeconds: number;
  service: Program;
  workers: Program[];
}

/**
 * Reads the settings. The programs' own variables are checked here too, so that what is wrong with them is
 * said before anything starts.
 * @param cores how many workers the machine is good for
 */
export function readSettings(env: Env, root: string, cores: number): Settings {
  const dataFolder = resolve(root, env.LOGOMORPH_DATA || '.data');
  const shared = {
    ...env,
    NODE_ENV: env.NODE_ENV || 'production',
    // A person at a terminal reads it: what goes well is not worth a line.
    LOG_LEVEL: env.LOG_LEVEL || 'warn',
    // No load balancer is in front, so there is nobody to wait for.
    DEREGISTRATION_DELAY_SECONDS: env.DEREGISTRATION_DELAY_SECONDS || '0',
    ...(env.S3_BUCKET ? {} : { OBJECT_FOLDER: env.OBJECT_FOLDER || join(dataFolder, 'objects') }),
  };
  const config = readConfig({ ...shared, DATABASE_URL: env.DATABASE_URL || 'postgres://not-started-yet' });
  const { workerGrace, serviceGrace } = config.timeBudgets;
  const firstPort = config.workerPort;
  return {
    root,
    dataFolder,
    databaseUrl: env.DATABASE_URL || undefined,
    drainSeconds: Math.max(workerGrace, serviceGrace),
    service: { name: 'service', file: join(root, 'service/main.ts'), env: shared },
    workers: Array.from({ length: workerCount(env.LOGOMORPH_WORKERS, cores, firstPort) }, (_, index) => ({
      name: `worker ${index + 1}`,
      file: join(root, 'worker/main.ts'),
      // As in its image: a third less memory, for what a worker handles is soon dead. Its renderer sees to itself.
      env: {
        ...shared,
        MALLOC_ARENA_MAX: '2',
        NODE_OPTIONS: ['--max-semi-space-size=1', env.NODE_OPTIONS].join(' ').trim(),
        WORKER_PORT: String(firstPort === 0 ? 0 : firstPort + index),
      },
    })),
  };
}

/** One core is left to the API and the database. */
function workerCount(given: string | undefined, cores: number, firstPort: number): number {
  if (!given) return Math.max(1, cores - 1);
  // Each has a port of its own, from the first one's on.
  const most = 65_536 - (firstPort || PORTS.worker);
  const count = Number(given);
  if (/^\d+$/.test(given) && count <= most) return count;
  throw new StartError(`LOGOMORPH_WORKERS: must be a whole number from 0 to ${most}`);
}
