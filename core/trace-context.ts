import { randomFillSync } from 'node:crypto';

/** Where something comes from: the request that asked for it, and the trace that the request is part of. */
export interface Origin {
  requestId: string;
  /** The header of the same name, in version 00 (W3C Trace Context level 1, 3.2). */
  traceparent: string;
  /** What tracing systems of the client's add to it (3.3). */
  tracestate?: string;
}

/** A version that is not known may go on after a dash, and only then (3.2.4). The versions and ids that are none are left out. */
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** The only flag that level 1 knows; all others are passed on as zero (3.2.2.5). */
const SAMPLED = 1;

/** Members of a list of vendors: key, `=` and printable text without commas and equals signs (3.3.1.3). */
const MEMBER =
  /^(?:[a-z][a-z0-9_\-*/]{0,255}|[a-z0-9][a-z0-9_\-*/]{0,240}@[a-z][a-z0-9_\-*/]{0,13})=[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]$/;
const MAX_MEMBERS = 32;

/** What is kept of a tracestate at least and at most, and the members that go first when it is longer (3.3.1.5). */
const MAX_CHARACTERS = 512;
const LONG_MEMBER = 128;

/**
 * The trace context to go on with: the client's, or a new one in place of what is missing or broken. The parent stays the
 * client's span: no spans are recorded here, and one of ours would be missing in every trace.
 */
export function takeTraceContext(traceparent: unknown, tracestate: unknown): Omit<Origin, 'requestId'> {
  const [, version, traceId, parentId, flags = '', rest] =
    (typeof traceparent === 'string' && TRACEPARENT.exec(traceparent)) || [];
  if (version === undefined || (version === '00' && rest !== undefined)) {
    const ids = randomIds();
    return { traceparent: format(ids.slice(0, 32), ids.slice(32), 0) };
  }
  const state = takeTracestate(tracestate);
  return {
    traceparent: format(`${traceId}`, `${parentId}`, Number.parseInt(flags, 16) & SAMPLED),
    ...(state === undefined ? {} : { tracestate: state }),
  };
}

/** An origin as it is stored. */
export function toColumn(origin: Origin | null): string | null {
  return origin === null ? null : JSON.stringify(origin);
}

/** The ids that log lines have, so that those of one request are found in all programs. */
export function logFields(origin: Origin | null): { requestId?: string; traceId?: string } {
  if (origin === null) return {};
  const { requestId, traceparent } = origin;
  return { requestId, traceId: traceIdOf(traceparent) };
}

/** The id of the whole trace. */
export function traceIdOf(traceparent: string): string {
  return traceparent.slice(3, 35);
}

/** The headers that tell of a trace, for a request that goes out. */
export function traceHeaders(origin: Origin | null): Record<string, string> {
  if (origin === null) return {};
  const { traceparent, tracestate } = origin;
  return { traceparent, ...(tracestate === undefined ? {} : { tracestate }) };
}

/** The list as it came, without what is too long; undefined when it is broken or empty. */
function takeTracestate(header: unknown): string | undefined {
  if (typeof header !== 'string') return undefined;
  const members = header
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
  const keys = new Set(members.map((member) => member.split('=', 1)[0]));
  const isBroken = members.length > MAX_MEMBERS || keys.size < members.length || !members.every(isMember);
  if (members.length === 0 || isBroken) return undefined;
  const kept = shorten(members);
  return kept.length === 0 ? undefined : kept.join(',');
}

function isMember(member: string): boolean {
  return MEMBER.test(member);
}

function shorten(members: readonly string[]): readonly string[] {
  if (members.join(',').length <= MAX_CHARACTERS) return members;
  const kept = members.filter(({ length }) => length <= LONG_MEMBER);
  while (kept.join(',').length > MAX_CHARACTERS) kept.pop();
  return kept;
}

function format(traceId: string, parentId: string, flags: number): string {
  return `00-${traceId}-${parentId}-0${flags}`;
}

/** The bytes of a trace's id and of its parent's. */
const ID_BYTES = 16 + 8;

/** Bytes that are drawn for many traces at once: drawing is what takes long. */
const drawn = Buffer.alloc(128 * ID_BYTES);
let used = drawn.length;

/** 48 hexadecimal digits. */
function randomIds(): string {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += ID_BYTES;
  return drawn.toString('hex', used - ID_BYTES, used);
}
