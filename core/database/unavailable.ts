import { codeOf } from '../error-code.ts';

/** Codes of Node and Postgres that say that the database, not the query, is at fault; a standby is, as none of ours is asked for. */
const CODES =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|57P0[1-35]|53[13]00|25006|25P0[34]|08...)$/;

/** What the driver says, without a code, of connections that broke or could not be had. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/** Whether an error says that Postgres cannot be reached, or has no room, now, so that trying later makes sense. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable);
  if (!(error instanceof Error)) return false;
  return CODES.test(codeOf(error) ?? '') || MESSAGES.test(error.message);
}
