import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';

/**
 * A hook that goes on at once where there is nothing to wait for. A promise that a request waits for costs it more than
 * what most hooks do.
 */
export function atOnce(
  look: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> | undefined,
): onRequestHookHandler {
  return (request, reply, done) => {
    const waited = look(request, reply);
    if (waited === undefined) done();
    else waited.then(() => done(), done);
  };
}

/** Goes on with a value: at once, if it is there. */
export function withValue<Value, Result>(
  value: Value | Promise<Value>,
  goOn: (value: Value) => Result,
): Result | Promise<Result> {
  return value instanceof Promise ? value.then(goOn) : goOn(value);
}
