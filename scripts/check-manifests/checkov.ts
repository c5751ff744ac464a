import { execFile } from 'node:child_process';
import { join } from 'node:path';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Finding } from './finding.ts';

const Report = Type.Object({
  summary: Type.Object({ resource_count: Type.Number(), parsing_errors: Type.Number(), passed: Type.Number() }),
  results: Type.Object({
    failed_checks: Type.Array(
      Type.Object({
        check_id: Type.String(),
        check_name: Type.String(),
        resource: Type.String(),
        file_path: Type.String(),
      }),
    ),
  }),
});

/** What checkov said of a folder of manifests. */
export interface CheckovReport {
  /** How many objects it looked at. */
  objects: number;
  /** How many times a check found nothing. */
  passed: number;
  findings: Finding[];
}

/** Has checkov look at a folder with a folder for each stack. It asks nothing of the network. */
export async function checkov(programs: string, folder: string): Promise<CheckovReport> {
  const args = ['--directory', folder, '--framework', 'kubernetes', '--output', 'json', '--compact', '--quiet'];
  const text = await outputOf(join(programs, 'checkov'), [...args, '--skip-download']);
  const report: unknown = JSON.parse(text);
  if (!Value.Check(Report, report)) throw new Error(`checkov answered in another form than is known: ${text}`);
  const { summary, results } = report;
  if (summary.parsing_errors > 0) throw new Error(`checkov could not read ${summary.parsing_errors} manifests`);
  const findings = results.failed_checks.map(({ check_id, check_name, resource, file_path }) => ({
    check: check_id,
    stack: file_path.split('/')[1] ?? '',
    object: objectOf(resource),
    text: check_name,
  }));
  return { objects: summary.resource_count, passed: summary.passed, findings };
}

/** Checkov says kind, namespace and name, with dots between. */
function objectOf(resource: string): string {
  const [kind, , ...name] = resource.split('.');
  return `${kind} ${name.join('.')}`;
}

/** It ends with code 1 where it finds something. */
function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null || error.code === 1) resolve(stdout);
      else reject(new Error(`${program} ended with code ${error.code}: ${stderr}`));
    });
  });
}
