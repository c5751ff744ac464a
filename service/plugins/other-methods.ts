import { ProblemError } from '@logomorph/contract/problem.ts';
import type { App } from '../routes/types.ts';

/** Notes the patterns of the addresses of all routes that are added from now on. */
export function noteAddresses(app: App): ReadonlySet<string> {
  const noted = new Set<string>();
  app.addHook('onRoute', ({ url }) => {
    noted.add(url);
  });
  return noted;
}

/**
 * Answers the methods that an address has no route for: OPTIONS with what there is, all others with 405 (RFC 9110, 9.3.7
 * and 15.5.6). To be called when all routes are there, first in the scopes that have hooks for these answers too. No key is
 * needed: the description has the same for anybody.
 */
export function answerOtherMethods(app: App, addresses: ReadonlySet<string>): void {
  for (const url of [...addresses]) {
    // What preflights of CORS come by, and what a scope of its own has answered.
    if (url === '*' || app.hasRoute({ url, method: 'OPTIONS' })) continue;
    const taken = app.supportedMethods.filter((method) => method === 'OPTIONS' || app.hasRoute({ url, method }));
    const allow = taken.sort().join(', ');
    app.route({
      method: app.supportedMethods.filter((method) => !taken.includes(method)),
      url,
      schema: { hide: true },
      // Before the body is looked at.
      onRequest: async (request, reply) => {
        reply.header('allow', allow);
        throw new ProblemError('method-not-allowed', `${request.method} is none of ${allow}`);
      },
      handler: async () => {},
    });
    app.options(url, { schema: { hide: true } }, async (_request, reply) =>
      reply.code(204).header('allow', allow).send(),
    );
  }
}
