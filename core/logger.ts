import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { redactSecrets } from './redact.ts';

/**
 * Makes the JSON logger of a program. Secrets are cut out of whole lines, since they come by messages of drivers and
 * stacks as well; of requests neither address nor headers are told.
 */
export function createLogger(
  program: string,
  level: string,
  to: DestinationStream = destination({ dest: 1, sync: false }),
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
