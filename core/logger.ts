import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { redactSecrets } from './redact.ts';

/**
 * Lines are gathered up to so many bytes or milliseconds. A write costs a busy API as much as a whole request: one for every
 * ten lines, as 4 KB are, takes a tenth of its time. More than 16 KB the stream does not write at once.
 */
const GATHERED = { minLength: 16_000, periodicFlush: 250 };

/**
 * Makes the JSON logger of a program. Secrets are cut out of whole lines, since they come by messages of drivers and
 * stacks as well; of requests neither address nor headers are told. A program that is killed may lose its last lines, one
 * that ends or throws does not.
 */
export function createLogger(
  program: string,
  level: string,
  to: DestinationStream = destination({ dest: 1, sync: false, ...GATHERED }),
): Logger {
  return pino(
    {
      level,
      base: { program, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError, error: describeError, req: methodOf, res: statusOf },
      hooks: { streamWrite: redactSecrets },
    },
    to,
  );
}

function methodOf({ method }: { method?: string }): object {
  return { method };
}

function statusOf({ statusCode }: { statusCode?: number }): object {
  return { status: statusCode };
}

/** What a log needs of an error. Drivers hang whole clients, with their passwords, on theirs. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    message,
    ...('code' in error ? { code: error.code } : {}),
    stack,
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
