import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type from 'typebox';
import Value from 'typebox/value';
import { Failure, runOperation } from '../ops/failure.ts';
import { readOptions } from '../ops/options.ts';
import { PROJECT_ROOT } from '../ops/paths.ts';
import { openStack, ownKeys } from '../ops/stack.ts';
import { program } from '../program.ts';
import { runProgram, SUPPLIED, stackConfig } from '../testing/run-program.ts';
import { keptResources } from './kept-state.ts';
import { writeRelease } from './releases.ts';
import { statefulOf } from './stateful.ts';

// `npm run keep-release` keeps what later releases are tested to upgrade without a loss of data.
await runOperation(async () => {
  const { stack: name } = readOptions(process.argv.slice(2), ['stack']);
  const stack = await openStack(name, { create: false });
  const own = await ownKeys(stack);
  const config = Object.entries(await stack.getAllConfig()).filter(([key]) => own.includes(key));
  const resources = keptResources(await stack.exportStack());
  // The engine marks what the program does; what it forgot to mark must not be kept either.
  const text = JSON.stringify(resources);
  const secrets = config.flatMap(([, { value, secret }]) => (secret ? value : []));
  if (secrets.some((secret) => text.includes(secret) || text.includes(Buffer.from(secret).toString('base64'))))
    throw new Failure('a secret of the stack is in its state, not marked as one: nothing is kept');
  const plain = config.flatMap(([key, { value, secret }]) =>
    secret || !key.startsWith('logomorph:') ? [] : [[key, value] as const],
  );
  const version = versionOf(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
  await writeRelease({
    version,
    local: { stack: stack.name, config: Object.fromEntries(plain.sort()), resources },
    staging: await statefulOfStack('staging'),
    prod: await statefulOfStack('prod'),
  });
  process.stdout.write(`kept release ${version} in infra/upgrade/releases\n`);
});

async function statefulOfStack(stack: string) {
  const { resources } = await runProgram(stack, stackConfig(stack, SUPPLIED[stack]), program);
  return statefulOf(stack, resources).map(({ urn, fixed }) => ({ urn, fixed }));
}

function versionOf(text: string): string {
  return Value.Parse(Type.Object({ version: Type.String() }), JSON.parse(text)).version;
}
