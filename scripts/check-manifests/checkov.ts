import { execFile } from 'node:child_process';
import { join } from 'node:path';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Finding } from './finding.ts';

const Checks = Type.Array(
  Type.Object({
    check_id: Type.String(),
    check_name: Type.String(),
    resource: Type.String(),
    file_path: Type.String(),
  }),
);
const Reports = Type.Array(
  Type.Object({
    check_type: Type.String(),
    summary: Type.Object({ resource_count: Type.Number(), parsing_errors: Type.Number() }),
    results: Type.Object({ passed_checks: Checks, failed_checks: Checks }),
  }),
);
const FRAMEWORKS = ['kubernetes', 'terraform_plan'] as const;

/** What checkov said of what is of one kind. */
interface CheckovReport {
  /** How many resources it looked at. */
  resources: number;
  /** Types that there is a check of. */
  types: Set<string>;
  /** How many times a check found nothing. */
  passed: number;
  findings: Finding[];
}

/** Has checkov look at a folder with a folder for each stack. It asks nothing of the network. */
export async function checkov(
  programs: string,
  folder: string,
): Promise<Record<(typeof FRAMEWORKS)[number], CheckovReport>> {
  const args = ['--directory', folder, '--framework', ...FRAMEWORKS, '--output', 'json', '--compact'];
  const text = await outputOf(join(programs, 'checkov'), [...args, '--skip-download']);
  const reports: unknown = JSON.parse(text);
  if (!Value.Check(Reports, reports)) throw new Error(`checkov answered in another form than is known: ${text}`);
  const reportOf = (framework: string) => {
    const found = reports.find(({ check_type }) => check_type === framework);
    if (found === undefined) throw new Error(`checkov found nothing to look at as ${framework}`);
    const { summary, results } = found;
    if (summary.parsing_errors > 0) throw new Error(`checkov could not read ${summary.parsing_errors} files`);
    const findings = results.failed_checks.map(({ check_id, check_name, resource, file_path }) => ({
      check: check_id,
      stack: file_path.split('/')[1] ?? '',
      object: framework === 'kubernetes' ? objectOf(resource) : resource,
      text: check_name,
    }));
    const all = [...results.passed_checks, ...results.failed_checks];
    const types = new Set(all.map(({ resource }) => resource.split('.')[0] ?? ''));
    return { resources: summary.resource_count, types, passed: results.passed_checks.length, findings };
  };
  return { kubernetes: reportOf('kubernetes'), terraform_plan: reportOf('terraform_plan') };
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
