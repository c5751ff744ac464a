import { PROBLEMS, type ProblemName, problem, problemType } from '@logomorph/contract/problem.ts';
import { code, GENERATED, table } from './markdown.ts';

/** `docs/problems.md`. */
export function problemsDocument(): string {
  const names = Object.keys(PROBLEMS).filter((name): name is ProblemName => name in PROBLEMS);
  const rows = names.map((name) => [code(problemType(name)), String(PROBLEMS[name].status), PROBLEMS[name].title]);
  const example = problem('invalid-request', 'In the body: /recipe/colour is not a field here', {
    instance: 'urn:logomorph:request:c521a4be-5a7f-4909-b57a-9586eec3dfa8',
    errors: [{ pointer: '/recipe/colour', detail: 'is not a field here' }],
  });
  return `${GENERATED}

# Problems

Every error is a problem document (RFC 9457) with the content type \`application/problem+json\`. A render that
failed has one too, as its \`error\` and as the data of its event \`failed\`.

\`\`\`json
${JSON.stringify(example, null, 2)}
\`\`\`

Decide by \`type\`: it is never reused or renamed. \`title\` and \`detail\` are for people and may change. \`instance\`
is the request; the answer's header \`request-id\` and the log have the same id. \`errors\` is there when fields broke a
rule, and points at each by JSON pointer.

${table(['Type', 'Status', 'Title'], rows)}
`;
}
