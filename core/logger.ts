import { type Logger, pino } from 'pino';

/** Makes the JSON logger of a program. Credentials are cut out wherever the HTTP layer may put them. */
export function createLogger(program: string, level: string): Logger {
  return pino({
    level,
    base: { program, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.authorization', 'headers.authorization', 'authorization'], censor: '[redacted]' },
  });
}
