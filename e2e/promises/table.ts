import type { Outcome } from './scenario.ts';

const WIDTHS = [30, 34, 8, 6, 7, 11, 16, 9];

const line = (cells: readonly string[]) =>
  cells
    .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
    .join(' ')
    .trimEnd();

/** The head of the table that `npm run promises` prints. */
export const TABLE_HEAD = line([
  'scenario',
  'broken',
  'renders',
  'lost',
  'wrong',
  'sent again',
  'failed requests',
  'seconds',
]);

/** A line of the table: what became of a run, or why there was none. */
export function row(name: string, outcome: Outcome | string, seconds: number): string {
  if (typeof outcome === 'string') return line([name, `left out: ${outcome}`]);
  const { broken, renders, lost, wrong, sentAgain, requests, failedRequests } = outcome;
  const failed = requests === undefined ? '' : `${failedRequests} of ${requests}`;
  return line([
    name,
    broken,
    String(renders),
    String(lost),
    String(wrong),
    String(sentAgain),
    failed,
    seconds.toFixed(0),
  ]);
}
