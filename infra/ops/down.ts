import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { currentContext, requireCluster } from './cluster.ts';
import { engine } from './engine.ts';
import { Failure, runOperation } from './failure.ts';
import { isGuest, isPast } from './guest.ts';
import { type Options, readOptions } from './options.ts';
import { purgeGuest } from './purge-guest.ts';
import { getConfig, isThrownAway, listStacks, openStack } from './stack.ts';
import { resourcesOf } from './state.ts';

await runOperation(async () => {
  const options = readOptions(process.argv.slice(2), ['stack', 'forget', 'expired']);
  if (options.expired) await takeDownExpired(options);
  else await takeDown(await openStack(options.stack, { create: false }), options);
});

async function takeDown(stack: Stack, { forget }: Pick<Options, 'forget'>): Promise<void> {
  if (!(await isThrownAway(stack)))
    throw new Failure(`the stack ${stack.name} is not local; it is taken down by hand, with pulumi destroy`);
  const context = await getConfig(stack, 'kubernetes:context');
  if (!forget) {
    if (context !== '') await requireCluster(context);
    process.stdout.write(`taking down the stack ${stack.name}\n`);
    if (isGuest(stack.name)) await purgeGuest({ context: context || (await currentContext()), namespace: stack.name });
    await engine((handlers) => stack.destroy({ ...handlers, excludeProtected: true }));
    await requireNothingKept(stack);
  }
  await stack.workspace.removeStack(stack.name, { force: forget });
  process.stdout.write(`the stack ${stack.name} is gone\n`);
}

/** What was protected by hand is still there, and its stack with it. */
async function requireNothingKept(stack: Stack): Promise<void> {
  const kept = (await resourcesOf(stack)).filter(({ protect }) => protect);
  if (kept.length === 0) return;
  const commands = kept.map(({ urn }) => `  pulumi state unprotect --stack ${stack.name} '${urn}'`);
  const said = `the stack ${stack.name} keeps what is protected, and its namespace with all volumes; to let it go:`;
  throw new Failure([said, ...commands].join('\n'));
}

/** The stacks of pull requests whose last day is past. One that cannot be taken down keeps none of the others. */
async function takeDownExpired(options: Options): Promise<void> {
  const failures: string[] = [];
  for (const summary of await listStacks()) {
    if (!isGuest(summary.name)) continue;
    const stack = await openStack(summary.name, { create: false });
    if (!isPast(summary, (await stack.outputs()).expires?.value, new Date())) continue;
    await takeDown(stack, options).catch((error: unknown) => {
      failures.push(`${summary.name}: ${error instanceof Error ? error.message : error}`);
    });
  }
  if (failures.length > 0) throw new Failure(failures.join('\n'));
}
