import { PROBLEMS, type ProblemName, problemType } from '@logomorph/contract/problem.ts';
import { Problem } from '@logomorph/contract/problem-document.ts';
import { type HeaderName, headerReference } from './headers.ts';

/** What more there is in examples of some problems. */
const MORE: { [Name in ProblemName]?: Pick<Problem, 'detail' | 'errors' | 'quota'> } = {
  'invalid-request': {
    detail: 'In the body: /recipe/colour is not a field here',
    errors: [{ pointer: '/recipe/colour', detail: 'is not a field here' }],
  },
  'quota-exceeded': {
    detail: 'The quota rendersPerDay of the tenant is 500, 500 of it are in use, and this takes 1',
    quota: { name: 'rendersPerDay', limit: 500, used: 500, resetsAt: '2026-11-25T00:00:00.000Z' },
  },
  'storage-full': { quota: { name: 'storedBytes', limit: 1_000_000_000, used: 999_998_200 } },
};

/** The answers with these problems, by status. Each says which types it may have, so that clients can tell them apart. */
export function problemAnswers(
  names: readonly ProblemName[],
): [status: number, names: ProblemName[], answer: object][] {
  const byStatus = Map.groupBy([...names].sort(), (name) => PROBLEMS[name].status);
  return [...byStatus].map(([status, those]) => [status, those, problemAnswer(status, those)]);
}

/** An example of each of these problems, as components. */
export function problemExamples(names: readonly ProblemName[]): Record<string, { summary: string; value: object }> {
  return Object.fromEntries(
    names.map((name) => {
      const { status, title } = PROBLEMS[name];
      const instance = 'urn:logomorph:request:6f2f0cb0-4b3a-4cf1-9d1e-0a2b3c4d5e6f';
      return [name, { summary: title, value: { type: problemType(name), status, title, ...MORE[name], instance } }];
    }),
  );
}

function problemAnswer(status: number, names: readonly ProblemName[]) {
  const schemas = names.map(problemSchema);
  const examples = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/examples/${name}` }]));
  return {
    description: names.map((name) => `${PROBLEMS[name].title} (\`${name}\`)`).join('; '),
    headers: Object.fromEntries(headersOf(status, names).map((name) => [name, headerReference(name)])),
    content: {
      'application/problem+json': { schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas }, examples },
    },
  };
}

/** By its title a schema of its own: generated clients have a class for each, and not one for each answer of each operation. */
function problemSchema(name: ProblemName) {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const properties = { type: { enum: [problemType(name)] }, status: { enum: [PROBLEMS[name].status] } };
  return { title: `${words.join('')}Problem`, allOf: [Problem, { type: 'object', properties }] };
}

function headersOf(status: number, names: readonly ProblemName[]): HeaderName[] {
  const always: HeaderName = 'Request-Id';
  if (status === 401 || names.includes('insufficient-scope')) return [always, 'WWW-Authenticate'];
  if (status === 416) return [always, 'Content-Range'];
  if (status === 429) return [always, 'Retry-After', 'RateLimit-Policy', 'RateLimit'];
  return status === 503 ? [always, 'Retry-After'] : [always];
}
