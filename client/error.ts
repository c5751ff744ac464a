import type { Problem } from './api-types.ts';
import { storeReasonOf } from './store-reason.ts';

const PROBLEM_PREFIX = 'urn:logomorph:problem:';

/** What the API refused, or could not do: its problem document (RFC 9457), as an error. */
export class LogoMorphError extends Error {
  override readonly name = 'LogoMorphError';
  /** The stable URI of the problem. */
  readonly type: string;
  /** The short name of the problem, as in `not-found`; empty when the answer was no problem of the API. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  /** The fields that broke a rule, by JSON pointer. */
  readonly errors: readonly { pointer: string; detail: string }[];
  /** The quota that was met. */
  readonly quota: Problem['quota'];
  /** Finds the request in the log of the API. */
  readonly requestId: string | undefined;
  /** Seconds that the API asks to wait before another try. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, { requestId, retryAfter }: { requestId?: string; retryAfter?: number } = {}) {
    const errors = problem.errors ?? [];
    const { title, detail } = problem;
    // The API tells of the fields in the detail, too.
    const reasons = errors
      .map((error) => `${error.pointer} ${error.detail}`.trim())
      .filter((reason) => !detail?.includes(reason));
    super([detail === undefined ? title : `${title}: ${detail}`, ...reasons].join('; '));
    this.type = problem.type;
    this.code = problem.type.startsWith(PROBLEM_PREFIX) ? problem.type.slice(PROBLEM_PREFIX.length) : '';
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = errors;
    this.quota = problem.quota;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
  }
}

/**
 * The error that an answer is; one that is no problem document becomes one with the status and, of an object store, its reason.
 */
export async function errorOf(response: Response, now = Date.now()): Promise<LogoMorphError> {
  const text = await response.text().catch(() => '');
  const body = parsed(text);
  const { status } = response;
  const problem = isProblem(body)
    ? { ...body, status }
    : { type: 'about:blank', title: `HTTP status ${status}`, status, ...detailOf(response, text) };
  const requestId = response.headers.get('request-id');
  const retryAfter = secondsOf(response.headers.get('retry-after'), now);
  return new LogoMorphError(problem, {
    ...(requestId === null ? {} : { requestId }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function detailOf({ status, headers }: Response, body: string): { detail?: string } {
  const location = headers.get('location');
  // Redirects are not followed, so what is given as `baseUrl` is not where the API is.
  if (status >= 300 && status < 400 && location !== null) return { detail: `The API leads to ${location}` };
  const reason = storeReasonOf(body);
  return reason === undefined ? {} : { detail: `The object store says ${reason}` };
}

/** `Retry-After` in seconds: it is seconds or a date (RFC 9110, 10.2.3). */
function secondsOf(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000);
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const { type, title, detail, errors }: { [name in keyof Problem]?: unknown } = body;
  return (
    typeof type === 'string' &&
    typeof title === 'string' &&
    (detail === undefined || typeof detail === 'string') &&
    (errors === undefined || (Array.isArray(errors) && errors.every(isFieldError)))
  );
}

function isFieldError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { pointer, detail }: { pointer?: unknown; detail?: unknown } = error;
  return typeof pointer === 'string' && typeof detail === 'string';
}
