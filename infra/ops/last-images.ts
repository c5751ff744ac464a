import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { getConfig, isThrownAway, setConfig } from './stack.ts';

/** Stand for images that no `up` has brought yet; with them nothing is deployed. */
const PLACEHOLDER = 'logomorph/not-built-yet:preview';

/**
 * Gives a stack that names no images those it runs, or else names that stand for them.
 * @returns what there is to say of that
 */
export async function useLastImages(stack: Stack): Promise<string[]> {
  if ((await getConfig(stack, 'logomorph:imageSource')) !== 'pinned') return [];
  const notes: string[] = [];
  const outputs = await stack.outputs();
  for (const key of ['serviceImage', 'workerImage']) {
    if ((await getConfig(stack, `logomorph:${key}`)) !== '') continue;
    const last: unknown = outputs[key]?.value;
    const digest = (await isThrownAway(stack)) ? '' : `@sha256:${'0'.repeat(64)}`;
    if (typeof last !== 'string') notes.push(`${key} is not known before the first up; a name stands for it here.`);
    const value = typeof last === 'string' ? last : PLACEHOLDER + digest;
    await setConfig(stack, [{ key: `logomorph:${key}`, value, secret: false }]);
  }
  return notes;
}
