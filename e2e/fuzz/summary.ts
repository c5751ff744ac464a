import { readFile } from 'node:fs/promises';
import Type from 'typebox';
import Value from 'typebox/value';

/** What is read of a report of schemathesis. */
const Report = Type.Object({
  seed: Type.Number(),
  running_time: Type.Number(),
  operations: Type.Object({ total: Type.Number(), tested: Type.Number() }),
  phases: Type.Record(Type.String(), Type.Object({ status: Type.String() })),
  test_cases: Type.Object({ generated: Type.Number() }),
  failures: Type.Array(Type.Object({ title: Type.String(), count: Type.Number() })),
  errors: Type.Array(Type.Object({ title: Type.String(), count: Type.Number() })),
});

/** Prints how much was tried, and what was found. */
export async function printSummary(path: string): Promise<void> {
  const report: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!Value.Check(Report, report)) throw new Error('the report of schemathesis has another form than is known');
  const { operations, phases, test_cases, failures, errors, running_time, seed } = report;
  const rows = [
    ['Operations', `${operations.tested} of ${operations.total}`],
    ['Requests', String(test_cases.generated)],
    ...Object.entries(phases).map(([phase, { status }]) => [`Phase ${phase}`, status]),
    ...[...failures, ...errors].map(({ title, count }) => [title, String(count)]),
    ['Findings', String([...failures, ...errors].reduce((sum, { count }) => sum + count, 0))],
    ['Seconds', running_time.toFixed(0)],
    ['Seed', String(seed)],
  ];
  console.log(['', '| | |', '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'));
}
