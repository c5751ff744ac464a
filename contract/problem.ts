import type { Problem } from './problem-document.ts';

/**
 * Every problem type the product can answer with (RFC 9457): its stable name, HTTP status and title.
 * The type URI is `urn:logomorph:problem:` and the name. Names are never reused or renamed.
 */
export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'invalid-request': { status: 422, title: 'The request breaks a rule of its schema' },
  unauthorized: { status: 401, title: 'A valid API key or access token is needed' },
  'invalid-token': { status: 401, title: 'The access token is not accepted' },
  'insufficient-scope': { status: 403, title: 'The API key or access token may not do this' },
  'wrong-signature': { status: 403, title: 'The signature of the address is wrong' },
  'address-expired': { status: 403, title: 'The address has expired' },
  'invalid-signature': { status: 400, title: 'The signature of the webhook is not valid' },
  'tenant-suspended': { status: 403, title: 'The tenant is suspended' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'unsupported-media-type': { status: 415, title: 'This content type is not accepted here' },
  'request-timeout': { status: 408, title: 'The request did not come in time' },
  'uri-too-long': { status: 414, title: 'The address is longer than the limit' },
  'headers-too-large': { status: 431, title: 'The request line or the headers are larger than the limit' },
  'precondition-failed': { status: 412, title: 'The file is not the one that was asked for' },
  'range-not-satisfiable': { status: 416, title: 'The file has no such bytes' },
  'invalid-range': { status: 400, title: 'The range cannot be used' },
  'empty-body': { status: 400, title: 'The body is empty' },
  'body-too-large': { status: 413, title: 'The body is larger than the limit' },
  'unknown-logo-format': { status: 415, title: 'The file is in no picture format that is accepted' },
  'truncated-logo': { status: 422, title: 'The picture is cut off' },
  'logo-infected': { status: 422, title: 'A virus scanner has found something in the picture' },
  'digest-mismatch': { status: 422, title: 'The bytes are not the announced ones' },
  'not-uploaded': { status: 409, title: 'The bytes have not been sent yet' },
  'upload-completed': { status: 409, title: 'The upload is completed' },
  'upload-expired': { status: 410, title: 'The upload has expired' },
  'too-many-uploads': { status: 409, title: 'There are as many pending uploads as the limit allows' },
  'logo-too-large': { status: 413, title: 'The picture is larger than the limit' },
  'url-refused': { status: 422, title: 'This URL is not allowed' },
  'url-unreachable': { status: 422, title: 'The URL cannot be reached' },
  'url-timeout': { status: 422, title: 'The URL did not answer in time' },
  'url-bad-answer': { status: 422, title: 'The URL did not answer with a file' },
  'unreadable-logo': { status: 422, title: 'The picture cannot be decoded' },
  'logo-too-many-pixels': { status: 422, title: 'The picture has more pixels than the limit' },
  'logo-too-many-frames': { status: 422, title: 'The picture has more frames than the limit' },
  'logo-too-complex': { status: 422, title: 'The SVG is more complex than the limit' },
  'empty-logo': { status: 422, title: 'The picture shows nothing' },
  'output-too-large': { status: 422, title: 'The output would be larger than the limit' },
  'format-not-possible': { status: 422, title: 'This output cannot be made of this logo' },
  'max-bytes-not-reached': { status: 422, title: 'No quality makes the output as small as asked for' },
  'crop-outside-logo': { status: 422, title: 'The part to take is not inside the logo' },
  'morph-too-large': { status: 422, title: 'The morph has more frames or pixels than the limit' },
  'render-out-of-memory': { status: 422, title: 'The render needs more memory than the limit' },
  'render-timeout': { status: 422, title: 'The render took longer than its budget' },
  'render-interrupted': { status: 500, title: 'The render was interrupted too often' },
  'logo-deleted': { status: 422, title: 'The logo of the render was deleted' },
  'children-failed': { status: 422, title: 'Renders of the batch have failed' },
  'logo-in-use': { status: 409, title: 'Renders of the logo are not finished' },
  'not-ready': { status: 409, title: 'The render has not succeeded (yet)' },
  'not-retryable': { status: 409, title: 'The render has neither failed nor been canceled' },
  'not-a-dead-letter': { status: 409, title: 'It has not failed for good, or is no longer failed' },
  'not-finished': { status: 409, title: 'The render has not finished yet' },
  'part-of-batch': { status: 409, title: 'The render belongs to a batch' },
  'still-rendering': { status: 503, title: 'The picture is still being made' },
  'already-finished': { status: 409, title: 'The render has finished' },
  'key-ended': { status: 409, title: 'The API key is revoked or has expired' },
  'too-many-keys': { status: 409, title: 'There are as many API keys as the limit allows' },
  'last-admin-key': { status: 409, title: 'No other key could manage the keys' },
  'too-many-webhooks': { status: 409, title: 'There are as many webhook endpoints as the limit allows' },
  'webhook-disabled': { status: 409, title: 'The webhook endpoint is disabled' },
  'invalid-idempotency-key': { status: 400, title: 'The Idempotency-Key cannot be used' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'idempotency-key-in-use': { status: 409, title: 'A request with this Idempotency-Key is still under way' },
  'answer-not-kept': { status: 409, title: 'It was done, but its answer is not kept' },
  'storage-full': { status: 409, title: 'The tenant stores as many bytes as its quota allows' },
  'quota-exceeded': { status: 429, title: 'A quota of the tenant is used up for now' },
  'rate-limited': { status: 429, title: 'Too many requests came in a short time' },
  overloaded: { status: 503, title: 'There is more to do than can be done in time' },
  unavailable: { status: 503, title: 'Something that this needs cannot be reached now' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemName = keyof typeof PROBLEMS;

/** The type URI of a problem. */
export function problemType(name: ProblemName): string {
  return `urn:logomorph:problem:${name}`;
}

/** The name in a type URI; undefined of one that is not known here, as a newer version may have it. */
export function problemNameOf(type: string): ProblemName | undefined {
  const name = type.replace('urn:logomorph:problem:', '');
  return isProblemName(name) && problemType(name) === type ? name : undefined;
}

function isProblemName(name: string): name is ProblemName {
  return Object.hasOwn(PROBLEMS, name);
}

interface ProblemOptions extends ErrorOptions {
  errors?: Problem['errors'] | undefined;
  quota?: Problem['quota'] | undefined;
}

/** An error that a client is told of, as a problem document; of its cause the log alone is. */
export class ProblemError extends Error {
  readonly problem: ProblemName;
  readonly errors: NonNullable<Problem['errors']> | undefined;
  readonly quota: Problem['quota'];

  constructor(problem: ProblemName, detail: string, { errors, quota, ...options }: ProblemOptions = {}) {
    super(detail, options);
    this.name = 'ProblemError';
    this.problem = problem;
    this.errors = errors;
    this.quota = quota;
  }
}

/** The problem document of a name and a detail. */
export function problem(
  name: ProblemName,
  detail: string,
  more: Pick<Problem, 'instance' | 'errors' | 'quota'> = {},
): Problem {
  return { type: problemType(name), ...PROBLEMS[name], detail, ...more };
}
