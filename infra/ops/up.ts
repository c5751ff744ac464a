import type { OutputMap, Stack } from '@pulumi/pulumi/automation/index.js';
import { currentContext, requireCluster } from './cluster.ts';
import { command } from './command.ts';
import { requireNoLoss } from './data-loss-gate.ts';
import { engine } from './engine.ts';
import { opsEnvironment } from './environment.ts';
import { explained } from './explained.ts';
import { failedInCluster, failedJobs } from './failed-jobs.ts';
import { runOperation } from './failure.ts';
import { bringFoundation } from './foundation.ts';
import { buildImages, loadCommand, loadImages } from './images.ts';
import { type ConfigOverride, type Options, readOptions } from './options.ts';
import { prepareThrownAway } from './prepare.ts';
import { getConfig, isThrownAway, openStack, setConfig, withConfig } from './stack.ts';
import { foundationText, welcome } from './welcome.ts';

await runOperation(async () => {
  const options = readOptions(process.argv.slice(2), [
    'stack',
    'config',
    'service-image',
    'worker-image',
    'foundation',
  ]);
  const stack = await openStack(options.stack, { create: true });
  await withConfig(stack, options.config, () => bringUp(stack, options));
});

async function bringUp(stack: Stack, { config, foundation }: Pick<Options, 'config' | 'foundation'>): Promise<void> {
  const local = await isThrownAway(stack);
  const context = await prepare(stack, config, local);
  const named = config.some(({ key }) => key === 'logomorph:serviceImage');
  if (foundation) {
    say(`making what the stack ${stack.name} stands on`);
    const changes = await bringFoundation(stack);
    say(changesText(changes));
    return say(foundationText(texts(await stack.outputs())));
  }
  if (local && !named && (await getConfig(stack, 'logomorph:imageSource')) === 'pinned')
    await bringImages(stack, context);

  await requireNoLoss(stack);
  say(`bringing up the stack ${stack.name} in the context ${context}`);
  const namespace = await getConfig(stack, 'logomorph:namespace');
  const replace = await failedJobs(stack, await failedInCluster(context, namespace));
  let outputs: OutputMap = {};
  const { changes } = await explained({ context, namespace }, () =>
    engine(async (handlers) => {
      ({ outputs } = await stack.up({ ...handlers, refresh: local, replace }));
    }),
  );
  say(changesText(changes));
  say(welcome(context, texts(outputs)));
}

function changesText(changes: number): string {
  return changes === 0 ? 'no change' : `${changes} ${changes === 1 ? 'change' : 'changes'}`;
}

function texts(outputs: OutputMap): Map<string, string> {
  return new Map(Object.entries(outputs).map(([key, { value }]) => [key, String(value)]));
}

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

/** Makes sure that the cluster can be spoken to, and returns its context. */
async function prepare(stack: Stack, config: readonly ConfigOverride[], local: boolean): Promise<string> {
  if (!local && (await getConfig(stack, 'logomorph:target')) === 'aws') {
    // The engine asks it for tokens, but only once the cluster is there, a quarter of an hour later.
    await command('aws', ['--version']);
    if ((await getConfig(stack, 'logomorph:clusterEndpointCidrs')) === '')
      say('clusterEndpointCidrs is not set: the cluster is reached from its VPC alone, so this has to run there');
    return `logomorph-${await getConfig(stack, 'logomorph:environment')}`;
  }
  const context = local
    ? await prepareThrownAway(stack, config)
    : (await getConfig(stack, 'kubernetes:context')) || (await currentContext());
  await requireCluster(context);
  return context;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
