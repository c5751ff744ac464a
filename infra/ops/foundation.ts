import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { AWS_TARGET } from '../targets/aws.ts';
import { requireNoLoss } from './data-loss-gate.ts';
import { engine } from './engine.ts';
import { Failure } from './failure.ts';
import { useLastImages } from './last-images.ts';
import { getConfig, readConfigFile, restoreConfigFile } from './stack.ts';

/**
 * Makes what the platform of a stack stands on in AWS, and not the platform: the place for its images is then there,
 * before there are any.
 * @returns how many resources it changed
 */
export async function bringFoundation(stack: Stack): Promise<number> {
  if ((await getConfig(stack, 'logomorph:target')) !== 'aws')
    throw new Failure('--foundation is for stacks whose target is aws: others stand on a cluster that is there');
  const kept = await readConfigFile(stack.name);
  try {
    await useLastImages(stack);
    const target = [`**${AWS_TARGET}**`];
    await requireNoLoss(stack, { target });
    const { changes } = await engine((handlers) => stack.up({ ...handlers, target }));
    return changes;
  } finally {
    // Names that only stood for images must not be run.
    await restoreConfigFile(stack.name, kept);
  }
}
