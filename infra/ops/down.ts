import { requireCluster } from './cluster.ts';
import { engine } from './engine.ts';
import { Failure, runOperation } from './failure.ts';
import { readOptions } from './options.ts';
import { getConfig, isLocal, openStack } from './stack.ts';

await runOperation(async () => {
  const options = readOptions(process.argv.slice(2), ['stack', 'forget']);
  const stack = await openStack(options.stack, { create: false });
  if (!(await isLocal(stack)))
    throw new Failure(`the stack ${stack.name} is not local; it is taken down by hand, with pulumi destroy`);
  const context = await getConfig(stack, 'kubernetes:context');
  if (!options.forget) {
    if (context !== '') await requireCluster(context);
    process.stdout.write(`taking down the stack ${stack.name}\n`);
    await engine((handlers) => stack.destroy(handlers));
  }
  await stack.workspace.removeStack(stack.name, { force: options.forget });
  process.stdout.write(`the stack ${stack.name} is gone\n`);
});
