import type { EngineEvent, Stack } from '@pulumi/pulumi/automation/index.js';
import { holdsData } from '../data-holders.ts';
import { type DataLossAllowed, dayOf, mayBeLost, parseDataLossAllowed } from '../data-loss.ts';
import { type Change, changesOf } from './changes.ts';
import { attempt } from './engine.ts';
import { Failure } from './failure.ts';
import { getConfig, isThrownAway } from './stack.ts';

/** What a stack has given up, and when that is asked. */
interface DataLoss {
  stack: string;
  allowed: readonly DataLossAllowed[];
  /** As 2026-11-29. */
  today: string;
}

/**
 * What must not be done of what the engine plans, a line each: to delete or replace what holds data or is protected, and is
 * not given up. The engine alone would replace what loses its protection in the same program.
 */
export function refusedLosses(events: readonly EngineEvent[], loss: DataLoss): string[] {
  return changesOf(events)
    .filter(({ operation }) => operation === 'delete' || operation === 'replace')
    .filter((change) => change.protected || holdsData(change.type))
    .filter(({ urn }) => !mayBeLost(urn, loss.allowed, loss.today))
    .map((change) => sentence(change, loss));
}

/** The same of a stack that is planned now; nothing of one that may be thrown away. */
export async function refusedBy(stack: Stack, events: readonly EngineEvent[]): Promise<string[]> {
  if (await isThrownAway(stack)) return [];
  const allowed = parseDataLossAllowed(await getConfig(stack, 'logomorph:dataLossAllowed'));
  return refusedLosses(events, { stack: stack.name, allowed, today: dayOf(new Date()) });
}

/**
 * Plans an `up` of a stack, and changes nothing.
 * @throws Failure that names what it would lose
 */
export async function requireNoLoss(stack: Stack, options: { target?: string[] } = {}): Promise<void> {
  if (await isThrownAway(stack)) return;
  const { events, failure } = await attempt((handlers) => stack.preview({ ...handlers, ...options }));
  const refused = await refusedBy(stack, events);
  if (refused.length > 0) throw new Failure(refused.join('\n'));
  if (failure !== undefined) throw failure;
}

function sentence({ operation, urn, reasons }: Change, { stack, allowed }: DataLoss): string {
  const why = reasons.length === 0 ? '' : ` because of ${reasons.join(', ')}`;
  const past = allowed.find((one) => one.urn === urn);
  const how = past
    ? `logomorph:dataLossAllowed names it until ${past.until}, which is past`
    : `only what logomorph:dataLossAllowed of ${stack} names as URN@DAY may be lost`;
  return `refused to ${operation} ${urn}${why}: ${how}`;
}
