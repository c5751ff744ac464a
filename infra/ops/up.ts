import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { currentContext, requireCluster } from './cluster.ts';
import { engine } from './engine.ts';
import { opsEnvironment } from './environment.ts';
import { explained } from './explained.ts';
import { failedJobs } from './failed-jobs.ts';
import { runOperation } from './failure.ts';
import { buildImages, loadCommand, loadImages } from './images.ts';
import { prepareLocal } from './local.ts';
import { readOptions } from './options.ts';
import { getConfig, isLocal, openStack, setConfig } from './stack.ts';
import { welcome } from './welcome.ts';

await runOperation(async () => {
  const options = readOptions(process.argv.slice(2), ['stack', 'config', 'service-image', 'worker-image']);
  const stack = await openStack(options.stack, { create: true });
  await setConfig(stack, options.config);
  const local = await isLocal(stack);
  const context = local ? await prepareLocal(stack) : await contextOf(stack);
  await requireCluster(context);
  const named = options.config.some(({ key }) => key === 'logomorph:serviceImage');
  if (local && !named && (await getConfig(stack, 'logomorph:imageSource')) === 'pinned')
    await bringImages(stack, context);

  say(`bringing up the stack ${stack.name} in the context ${context}`);
  const replace = await failedJobs(stack);
  const namespace = await getConfig(stack, 'logomorph:namespace');
  const { changes } = await explained({ context, namespace }, () =>
    engine((handlers) => stack.up({ ...handlers, refresh: local, replace })),
  );
  const outputs = await stack.outputs();
  say(changes === 0 ? 'no change' : `${changes} ${changes === 1 ? 'change' : 'changes'}`);
  say(welcome(context, new Map(Object.entries(outputs).map(([key, { value }]) => [key, String(value)]))));
});

async function bringImages(stack: Stack, context: string): Promise<void> {
  const env = opsEnvironment();
  // Fails before the build, which takes minutes, where there is no way into the cluster.
  loadCommand(context, env.imageLoad);
  say('building the images');
  const { service, worker } = await buildImages(env);
  say(`loading ${service} and ${worker}`);
  await loadImages([service, worker], context, env);
  const image = (key: string, value: string) => ({ key: `logomorph:${key}`, value, secret: false });
  await setConfig(stack, [image('serviceImage', service), image('workerImage', worker)]);
}

async function contextOf(stack: Stack): Promise<string> {
  return (await getConfig(stack, 'kubernetes:context')) || currentContext();
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
