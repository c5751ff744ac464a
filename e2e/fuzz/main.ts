import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { apiClient } from '../harness/client.ts';
import { LOGOS } from '../harness/logos.ts';
import { newDataFolder, startProduct } from '../harness/product.ts';
import { embedded, queueInPostgres } from '../harness/profiles.ts';
import { installPythonPrograms, whyNoPython } from '../harness/python-programs.ts';
import { runVisibly } from '../harness/run-visibly.ts';
import { printSummary } from './summary.ts';

// `npm run fuzz:api` starts the product, and looks with schemathesis for answers that its description does not have.
const { values } = parseArgs({
  options: {
    'max-examples': { type: 'string', default: '50' },
    seed: { type: 'string', default: '20261129' },
    phases: { type: 'string', default: 'examples,coverage,fuzzing,stateful' },
    // Of schemathesis: an operation alone, as in `--operation createRender`.
    operation: { type: 'string', multiple: true, default: [] },
  },
});

/** Requests come as fast as they are answered; what limits do is tested beside them. */
const UNLIMITED = {
  RATE_LIMIT_PER_KEY_PER_MINUTE: '100000000',
  RATE_LIMIT_PER_TENANT_PER_MINUTE: '100000000',
  RATE_LIMIT_RENDERS_PER_MINUTE: '100000000',
  RATE_LIMIT_SIGNED_PER_MINUTE: '100000000',
  RATE_LIMIT_FAILED_KEYS_PER_MINUTE: '100000000',
  MAX_EVENT_LOOP_UTILIZATION: '1',
  RENDER_TIMEOUT_SECONDS: '5',
};

const missing = await whyNoPython();
// biome-ignore lint/style/noProcessEnv: where CI is set nothing may be left out
if (missing !== undefined && process.env.CI !== 'true') {
  console.log(`﹣ the API is not fuzzed: ${missing}`);
} else {
  process.exitCode = await fuzz(
    await installPythonPrograms('schemathesis', join(import.meta.dirname, 'requirements.txt')),
  );
}

async function fuzz(programs: string): Promise<number> {
  await using data = await newDataFolder();
  const profile = queueInPostgres.skip === false ? queueInPostgres : embedded;
  await using product = await startProduct(data.path, { ...(await profile.environment()), ...UNLIMITED });
  const key = product.key ?? '';
  const logo = await apiClient(product.baseUrl, key).upload(await LOGOS['an SVG icon']());
  const report = join(data.path, 'report.json');
  const code = await runVisibly(
    join(programs, 'schemathesis'),
    [
      ...['--config-file', join(import.meta.dirname, 'schemathesis.toml')],
      ...['run', `${product.baseUrl}/api-docs/json`, '--no-color'],
      ...['--phases', values.phases, '--max-examples', values['max-examples'], '--seed', values.seed],
      ...['--generation-database', 'none', '--report-json-path', report],
      ...values.operation.flatMap((id) => ['--include-operation-id', id]),
    ],
    { cwd: data.path, env: { FUZZ_KEY: key, FUZZ_LOGO: logo, FUZZ_HOOKS: join(import.meta.dirname, 'hooks.py') } },
  );
  await printSummary(report);
  return code;
}
