import { PROBLEMS, type ProblemName } from '@logomorph/contract/problem.ts';
import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';

const File = Type.Object({
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Refine(Type.Unsafe<Buffer>({}), (bytes) => Buffer.isBuffer(bytes)),
  width: Type.Optional(Type.Integer({ minimum: 1 })),
  height: Type.Optional(Type.Integer({ minimum: 1 })),
});

const Replies = {
  /** It can take a render. */
  ready: Type.Object({ kind: Type.Literal('ready') }),
  file: Type.Object({ kind: Type.Literal('file'), file: File }),
  warning: Type.Object({ kind: Type.Literal('warning'), warning: Type.String() }),
  /** All files were sent. */
  end: Type.Object({ kind: Type.Literal('end') }),
  problem: Type.Object({
    kind: Type.Literal('problem'),
    problem: Type.Unsafe<ProblemName>(Type.Enum(Object.keys(PROBLEMS))),
    detail: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
  }),
  /** A fault of ours. */
  error: Type.Object({ kind: Type.Literal('error'), message: Type.String(), stack: Type.Optional(Type.String()) }),
  /** To the request to stop: it is at no render any more. */
  stopped: Type.Object({ kind: Type.Literal('stopped') }),
};

/** What the render process tells its worker. */
export const Reply = Type.Union(Object.values(Replies));

// A kit is some twenty of them, each looked at by the thread that stores the files.
const checker = Compile(Reply);

export type Reply = Static<(typeof Replies)[keyof typeof Replies]>;

/** Whether a message is a reply: what comes from a process that handles the bytes of strangers is not taken on trust. */
export function isReply(message: unknown): message is Reply {
  return checker.Check(message);
}
