import { STATUS_CODES } from 'node:http';
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { ProblemName } from '@logomorph/contract/problem.ts';
import type { RouteOptions } from 'fastify';
import { nameSchemas } from './components.ts';
import { HEADERS, type HeaderName, headerReference } from './headers.ts';
import { LINKS } from './links.ts';
import { type Operation, operationsOf } from './operations.ts';
import { problemAnswers, problemExamples } from './problem-answers.ts';
import { describedSchema } from './route-schema.ts';

type DescribedRoute = Pick<RouteOptions, 'method' | 'url' | 'schema' | 'config'>;

/** What an answer is said to be of which nothing is said. */
const UNSAID = 'Default Response';

const WRITES: ReadonlySet<string> = new Set(['post', 'put', 'patch', 'delete']);

/**
 * Has @fastify/swagger make a description complete, of what routes say in their schemas and in their configurations.
 *
 * @param others titled schemas that belong there though no path has them
 */
export function completing(
  others: readonly object[] = [],
): Required<Pick<FastifyDynamicSwaggerOptions, 'transform' | 'transformObject'>> {
  const routes = new Map<string, DescribedRoute>();
  return {
    /** Takes a note of a route, and gives what it is to be described by. */
    transform({ route }) {
      const url = route.url.replace(/\*$/, ':name');
      const path = url.replace(/:(\w+)/g, '{$1}');
      for (const method of [route.method].flat()) routes.set(`${method.toLowerCase()} ${path}`, route);
      return { schema: describedSchema(route.schema ?? {}), url };
    },

    /** Adds to a document what the schemas of routes cannot say. */
    transformObject(documents) {
      if (!('openapiObject' in documents)) return documents.swaggerObject;
      const whole = structuredClone(documents.openapiObject);
      const problems = new Set<ProblemName>();
      const responses: Record<string, object> = {};
      for (const { method, path, operation } of operationsOf(whole)) {
        const { config = {} } = routes.get(`${method} ${path}`) ?? {};
        completeAnswers(operation, method, config);
        if (config.isBodyOptional && operation.requestBody !== undefined) operation.requestBody.required = false;
        for (const [status, names, answer] of problemAnswers(config.problems ?? [])) {
          const name = names.join('.');
          responses[name] = answer;
          for (const problem of names) problems.add(problem);
          // A route's own answer, such as that of a probe, stands.
          operation.responses[status] ??= { $ref: `#/components/responses/${name}` };
        }
      }
      const told = JSON.stringify([whole.paths, responses]);
      const headers = Object.fromEntries(
        Object.entries(HEADERS).filter(([name]) => told.includes(`#/components/headers/${name}"`)),
      );
      const more = { headers, responses, examples: problemExamples([...problems]) };
      return nameSchemas(Object.assign(whole, { components: { ...whole.components, ...more } }), others);
    },
  };
}

/** Tells of the headers of answers that are no problems, of their examples, and of what can be asked next. */
function completeAnswers(operation: Operation, method: string, config: NonNullable<RouteOptions['config']>): void {
  const { answerHeaders = {}, scope } = config;
  const shared: HeaderName[] = ['Request-Id'];
  if (scope !== undefined) shared.push('RateLimit-Policy', 'RateLimit');
  if (scope !== undefined && WRITES.has(method)) shared.push('Idempotency-Replayed');
  const links = LINKS[operation.operationId ?? ''] ?? {};
  for (const [status, answer] of Object.entries(operation.responses)) {
    const names = [...shared, ...(answerHeaders[Number(status)] ?? [])];
    answer.headers = Object.fromEntries(names.map((name) => [name, headerReference(name)]));
    if (answer.description === UNSAID) answer.description = STATUS_CODES[status] ?? status;
    if (links[status] !== undefined) answer.links = links[status];
    for (const media of Object.values(answer.content ?? {})) {
      const [example] = media.schema?.examples ?? [];
      if (example !== undefined && media.examples === undefined) media.example ??= example;
    }
  }
}
