import { Problem } from '@logomorph/contract/problem-document.ts';

const ANSWER = {
  description: 'A problem document',
  content: { 'application/problem+json': { schema: Problem } },
};

/** The answers of a route that are problems, by status, for the description; some every route has. */
export function adminProblems(...statuses: number[]) {
  return Object.fromEntries([401, ...statuses, 429, 500, 503].map((status) => [status, ANSWER]));
}
