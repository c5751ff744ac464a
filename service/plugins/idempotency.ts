import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError, type ProblemName } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import Type from 'typebox';
import { canonicalJson } from '../canonical-json.ts';
import { atOnce } from '../http/at-once.ts';
import { addProblems } from '../openapi/route-answers.ts';
import {
  type AnswerToKeep,
  claimKey,
  type Fingerprints,
  type KeptAnswer,
  type KeyClaim,
  keepAnswer,
  releaseKey,
} from '../use-cases/idempotency.ts';
import { tenantOf } from './authentication.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Gives a kept answer as it is by now, where a repetition is to be told of that. */
    asOfNow?: (reply: FastifyReply, kept: KeptAnswer) => Promise<KeptAnswer>;
  }
}

const WRITES: ReadonlySet<unknown> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const PROBLEMS = [
  'invalid-idempotency-key',
  'idempotency-key-in-use',
  'idempotency-key-reused',
  'answer-not-kept',
] as const satisfies ProblemName[];

/** The headers of an answer that are kept with it. */
const KEPT_HEADERS = ['content-type', 'location', 'etag'];

/** The same in one expression, for the description. Around a header's value there are no spaces. */
const KEY_PATTERN = `^([!#-~][ -~]{0,${LIMITS.idempotencyKeyCharacters - 1}}|"([ !#-\\[\\]-~]|\\\\["\\\\]){1,${LIMITS.idempotencyKeyCharacters}}")$`;

/** A string of structured fields (RFC 9651, 3.3.3), as the draft writes keys. */
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;
const KEY = new RegExp(`^[\\x20-\\x7e]{1,${LIMITS.idempotencyKeyCharacters}}$`);

const claims = new WeakMap<FastifyRequest, KeyClaim>();

/**
 * Answers a write that comes again under the same `Idempotency-Key` as before, and does it once
 * (draft-ietf-httpapi-idempotency-key-header). Faults of ours are not kept, nor what is done with an answer that says
 * `no-store`, which has a secret.
 */
export const idempotency = fp<{ db: Database }>(async (app, { db }) => {
  app.addHook('onRoute', describe);

  app.addHook('preValidation', (request, _reply, done) => {
    const header = keyHeaderOf(request);
    if (header !== undefined) readKey(header);
    done();
  });

  app.addHook(
    'preHandler',
    atOnce((request, reply) => {
      const header = keyHeaderOf(request);
      return header === undefined ? undefined : claimOrReplay(request, reply, header);
    }),
  );

  const claimOrReplay = async (request: FastifyRequest, reply: FastifyReply, header: string) => {
    const taken = await claimKey(db, tenantOf(request), readKey(header), fingerprintsOf(request)).catch(
      (error: unknown) => {
        if (error instanceof ProblemError && error.problem === 'idempotency-key-in-use') {
          reply.header('retry-after', '1');
        }
        throw error;
      },
    );
    if ('claim' in taken) {
      claims.set(request, taken);
      return;
    }
    reply.header('idempotency-replayed', 'true');
    const { asOfNow } = request.routeOptions.config;
    return replay(reply, asOfNow === undefined ? taken : await asOfNow(reply, taken));
  };

  app.addHook('onSend', (request, reply, payload, done) => {
    const claim = claims.get(request);
    if (claim === undefined) return done();
    claims.delete(request);
    const failed = reply.statusCode >= 500 || reply.statusCode === 408 || reply.statusCode === 429;
    (failed ? releaseKey(db, claim) : keepAnswer(db, claim, toKept(reply, payload)))
      .catch((err: unknown) =>
        // What was asked is done or not, and the client is told so all the same.
        request.log.warn({ err }, 'an answer was not kept under its Idempotency-Key'),
      )
      .then(() => done());
  });
});

/** What a request will be answered. */
interface ComingAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Record<string, unknown>;
}

/**
 * Keeps the answer that a request will get, in the transaction that has its effect; nothing when it has no key. When that is
 * committed, `answerIsKept` says so.
 */
export async function keepAnswerWithEffect(tx: Database, reply: FastifyReply, coming: ComingAnswer): Promise<void> {
  const toKeep = answerToKeep(reply, coming);
  if (toKeep !== undefined) await keepAnswer(tx, toKeep.claim, toKeep.answer);
}

/** The same for a statement that keeps it itself: what to keep, and that it was kept. */
export function answerToKeep(reply: FastifyReply, { status, headers, body }: ComingAnswer): AnswerToKeep | undefined {
  const claim = claims.get(reply.request);
  if (claim === undefined) return undefined;
  const json = { 'content-type': 'application/json; charset=utf-8', ...headers };
  return { claim, answer: { status, headers: json, body: String(reply.serializeInput(body, String(status))) } };
}

export function answerIsKept(reply: FastifyReply): void {
  claims.delete(reply.request);
}

function keyHeaderOf({ headers, method }: FastifyRequest): string | undefined {
  const header = headers['idempotency-key'];
  return header === undefined || !WRITES.has(method) ? undefined : String(header);
}

function readKey(header: string): string {
  const quoted = QUOTED.exec(header)?.[1]?.replace(/\\(.)/g, '$1');
  const key = quoted ?? header;
  if (KEY.test(key) && (quoted !== undefined || !header.startsWith('"'))) return key;
  const rule = `1 to ${LIMITS.idempotencyKeyCharacters} printable characters of ASCII, with or without quotes around it`;
  throw new ProblemError('invalid-idempotency-key', `An Idempotency-Key is ${rule}`);
}

function fingerprintsOf({ method, url, body }: FastifyRequest): Fingerprints {
  const of = (bytes: Buffer | string) => sha256(`${method} ${url}\n${sha256(bytes)}`);
  if (!Buffer.isBuffer(body)) {
    return { asSent: of(JSON.stringify(body ?? null)), canonical: of(canonicalJson(body ?? null)) };
  }
  const both = of(body);
  return { asSent: both, canonical: both };
}

function toKept(reply: FastifyReply, payload: unknown): KeptAnswer {
  const status = reply.statusCode;
  if (status < 400 && /\bno-store\b/.test(String(reply.getHeader('cache-control'))))
    return { status, headers: null, body: String(reply.getHeader('location') ?? '') };
  const headers = KEPT_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)]];
  });
  const body = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.toString() : null;
  return { status, headers: Object.fromEntries(headers), body };
}

function replay(reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply {
  if (headers === null) {
    const made = body ? `; what it made is at ${body}` : '';
    throw new ProblemError('answer-not-kept', `It was done, and its answer had a secret, which is not kept${made}`);
  }
  return reply.code(status).headers(headers).send(body);
}

/** Tells of the header at every write. */
function describe(route: RouteOptions): void {
  const methods = [route.method].flat();
  if (route.schema === undefined || !methods.some((method) => WRITES.has(method))) return;
  addProblems(route, ...PROBLEMS);
  const description = 'Makes a repetition harmless: the same request under the same key is done once';
  route.schema = {
    ...route.schema,
    headers: Type.Object({
      ...Object(route.schema.headers).properties,
      'idempotency-key': Type.Optional(Type.String({ description, pattern: KEY_PATTERN })),
    }),
  };
}
