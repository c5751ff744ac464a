import type { ProblemName } from '@logomorph/contract/problem.ts';
import type { RouteOptions } from 'fastify';
import type { HeaderName } from './headers.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The problems that the route itself answers with; what stands before it adds its own. */
    problems?: readonly ProblemName[];
    /** The headers of the route's own answers that clients go by, by status. */
    answerHeaders?: Readonly<Record<number, readonly HeaderName[]>>;
  }
}

/** Says that a route answers with these problems as well. */
export function addProblems(route: RouteOptions, ...names: ProblemName[]): void {
  route.config = { ...route.config, problems: [...new Set([...(route.config?.problems ?? []), ...names])] };
}
