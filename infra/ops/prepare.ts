import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { isGuest, prepareGuest } from './guest.ts';
import { prepareLocal } from './local.ts';
import type { ConfigOverride } from './options.ts';

/** Gives a stack that may be thrown away what it lacks, and returns the context of its cluster. */
export function prepareThrownAway(stack: Stack, given: readonly ConfigOverride[]): Promise<string> {
  return isGuest(stack.name) ? prepareGuest(stack, given, new Date()) : prepareLocal(stack);
}
