import type { Logger } from 'pino';
import { createLogger } from '../logger.ts';

/** A logger as programs have it, and all that it has written. */
interface TestLog {
  logger: Logger;
  text: () => string;
  /** The lines with this message, as data. */
  lines: (message: string) => Record<string, unknown>[];
}

/** Makes a logger that keeps its lines for a test to look at. */
export function testLog(): TestLog {
  const written: string[] = [];
  return {
    logger: createLogger('test', 'trace', { write: (line) => written.push(line) }),
    text: () => written.join(''),
    lines: (message) => written.map((line) => JSON.parse(line)).filter(({ msg }) => msg === message),
  };
}
