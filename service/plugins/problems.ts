import { STATUS_CODES } from 'node:http';
import { ProblemError, type ProblemName, problem } from '@logomorph/contract/problem.ts';
import { isDatabaseUnavailable } from '@logomorph/core/database/unavailable.ts';
import { ObjectNotFound } from '@logomorph/core/object-store/object-store.ts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { addProblems } from '../openapi/route-answers.ts';
import { secondsUntil } from '../rate-limits/headers.ts';
import { seldom } from '../seldom.ts';
import { describeValidationErrors, invalidRequest } from '../validation.ts';
import { BARE_SECURITY_HEADERS } from './security-headers.ts';

/** What Fastify's own refusals are called here. */
const FASTIFY_PROBLEMS: Readonly<Record<string, ProblemName>> = {
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'empty-body',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
};

/** What the log says of a problem that the description of its route does not have. */
export const UNDESCRIBED = 'the description of the route does not have this problem';

/** How to be let in (RFC 6750, 3). */
const CHALLENGE = 'Bearer realm="logomorph"';

/** Milliseconds in which the log says once that a part is down, and not of each request: their own lines have the status. */
const QUIET = 10_000;

/** Says of a request that a part is down, by a text that is one of few. */
type SayDown = (request: FastifyRequest, err: unknown, text: string) => void;

/** Answers every error as a problem document (RFC 9457). What is not the client's to know is only logged. */
export const problems = fp(async (app) => {
  const mayWarn = new Map<string, () => boolean>();
  const sayDown: SayDown = (request, err, text) => {
    const may = mayWarn.get(text) ?? seldom(QUIET, () => performance.now());
    mayWarn.set(text, may);
    request.log[may() ? 'warn' : 'debug']({ err }, text);
  };
  app.addHook('onRoute', (route) => addProblems(route, ...problemsOfSchema(route), 'internal', 'unavailable'));
  app.setErrorHandler((error: unknown, request, reply) => {
    // Fastify sets it when it does not read on, and with the connection the answer would go (RFC 9112, 9.6). Left out, Node
    // reads what is left and drops it, until the time for a request is over.
    reply.removeHeader('connection');
    const known = toProblemError(error, request, sayDown);
    if (known !== undefined) return sendProblem(request, reply, known);
    request.log.error({ err: error }, 'request failed');
    return sendProblem(request, reply, new ProblemError('internal', 'It is logged under the request id'));
  });
});

/** Answers requests for addresses that no route is at, before their bodies are looked at. */
export function answerUnknown(app: Pick<FastifyInstance, 'addHook' | 'setNotFoundHandler'>): void {
  const unknown = () => new ProblemError('not-found', 'There is nothing at this address');
  app.addHook('onRequest', ({ is404 }, _reply, done) => done(is404 ? unknown() : undefined));
  // What is sent here by a route.
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, unknown()));
}

/** What requests of a route are refused for before it has them. */
function problemsOfSchema({
  method,
  schema: { params, querystring, headers, body } = {},
}: RouteOptions): ProblemName[] {
  const isAny = (...parts: unknown[]) => parts.some((part) => part !== undefined);
  return [
    ...(isAny(params) ? (['not-found'] as const) : []),
    ...(isAny(querystring, headers, body) ? (['invalid-request'] as const) : []),
    // A body that is not asked for is read all the same.
    ...(method === 'GET' ? [] : (['empty-body', 'body-too-large'] as const)),
  ];
}

/** Answers what Fastify refuses before any route is looked for, such as an address that cannot be read. */
export function answerFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ 'request-id': request.id, ...BARE_SECURITY_HEADERS });
  sendProblem(request, reply, ofFastify(error, request) ?? new ProblemError('bad-request', 'It cannot be read'));
}

/** Sends a problem document for a request. */
function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ProblemError): FastifyReply {
  tellIfUndescribed(request, error.problem);
  const document = problem(error.problem, error.message, {
    instance: `urn:logomorph:request:${request.id}`,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
    ...(error.quota === undefined ? {} : { quota: error.quota }),
  });
  if (error.problem === 'unavailable' || error.problem === 'still-rendering') reply.header('retry-after', '5');
  if (error.problem === 'quota-exceeded' && !reply.hasHeader('retry-after')) {
    reply.header('retry-after', secondsUntil(error.quota?.resetsAt));
  }
  if (error.problem === 'unauthorized') reply.header('www-authenticate', CHALLENGE);
  if (error.problem === 'invalid-token') {
    reply.header('www-authenticate', `${CHALLENGE}, error="invalid_token", error_description="${error.message}"`);
  }
  if (error.problem === 'insufficient-scope') {
    reply.header('www-authenticate', `${CHALLENGE}, error="insufficient_scope"`);
  }
  reply.code(document.status).type('application/problem+json');
  // Serialised here: a route's response schemas are for its own answers.
  return reply.send(JSON.stringify(document));
}

/** What a client did is told without where in our code it showed. */
function tellCause({ log }: FastifyRequest, { problem: name, message, cause }: ProblemError): void {
  if (problem(name, message).status >= 500) log.warn({ err: cause }, message);
  else log.info({ reason: cause instanceof Error ? cause.message : cause }, message);
}

/** Clients go by the description: what it does not say of a route is a fault of ours. */
function tellIfUndescribed({ routeOptions: { url, config, schema }, log }: FastifyRequest, name: ProblemName): void {
  if (url === undefined || schema?.hide || config.problems?.includes(name)) return;
  log.warn({ route: url, problem: name }, UNDESCRIBED);
}

function toProblemError(error: unknown, request: FastifyRequest, sayDown: SayDown): ProblemError | undefined {
  // Nobody reads this answer; what broke is the client's connection and nothing of ours.
  if (request.raw.readableAborted) return new ProblemError('bad-request', 'The request was broken off');
  if (error instanceof ProblemError) {
    // That an object is missing has to be said of each.
    const isDown = error.problem === 'unavailable' && !(error.cause instanceof ObjectNotFound);
    if (error.cause !== undefined && isDown) sayDown(request, error.cause, error.message);
    else if (error.cause !== undefined) tellCause(request, error);
    return error;
  }
  if (isDatabaseUnavailable(error)) {
    sayDown(request, error, 'Postgres cannot be reached');
    return new ProblemError('unavailable', 'The database cannot be reached now; try again soon');
  }
  return isFastifyError(error) ? ofFastify(error, request) : undefined;
}

/** An id that no row can have is, to a client, one that does not exist. A hash is of the client's own writing. */
function ofParams(errors: NonNullable<FastifyError['validation']>): ProblemError {
  const hash = describeValidationErrors(errors).find(({ pointer }) => pointer === '/sha256');
  return new ProblemError('not-found', hash ? `The SHA-256 ${hash.detail}` : 'There is nothing of that id');
}

function ofFastify(error: FastifyError, request: FastifyRequest): ProblemError | undefined {
  if (error.validation !== undefined) {
    if (error.validationContext === 'params') return ofParams(error.validation);
    const part = error.validationContext === 'querystring' ? 'query' : (error.validationContext ?? 'request');
    return invalidRequest(part, describeValidationErrors(error.validation));
  }
  const status = error.statusCode ?? 500;
  if (status >= 500) return undefined;
  const name = FASTIFY_PROBLEMS[error.code];
  // Fastify's own texts have the whole address in them.
  if (error.code === 'FST_ERR_BAD_URL') {
    return new ProblemError('bad-request', 'The address is not percent-encoded as UTF-8');
  }
  if (name === 'not-found') return new ProblemError(name, 'There is nothing of that id');
  if (name === 'unsupported-media-type') return new ProblemError(name, 'Send the body as application/json');
  if (name === 'body-too-large') {
    return new ProblemError(name, `The body may have ${request.routeOptions.bodyLimit} bytes`);
  }
  return new ProblemError(name ?? 'bad-request', name === undefined ? plain(error, status) : error.message);
}

function plain(error: FastifyError, status: number): string {
  return error instanceof SyntaxError || error.code === 'FST_ERR_CTP_INVALID_JSON_BODY'
    ? 'The body is no JSON that is taken here'
    : (STATUS_CODES[status] ?? 'The request cannot be read');
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && ('statusCode' in error || 'validation' in error);
}
