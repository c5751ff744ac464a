import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { estimate } from '../cost/estimate.ts';
import { PRICES } from '../cost/prices.ts';
import type { Subject } from '../policy/rule.ts';

/** What a stack in AWS would cost in a month after what a preview plans, and what it costs now; nothing of any other. */
export function costNotes(events: readonly EngineEvent[]): string[] {
  const now = estimate(subjectsOf(events, 'old'));
  const then = estimate(subjectsOf(events, 'new'));
  if (now.total === 0 && then.total === 0) return [];
  const missing = then.unpriced.map(({ name, type }) => `${name} (${type})`);
  const without = missing.length === 0 ? '' : `, without ${missing.join(', ')}, which no price is known of`;
  return [
    `About ${Math.ceil(then.total)} US dollars a month, and ${Math.ceil(now.total)} now, by list prices of ` +
      `${PRICES.region} in ${PRICES.asOf}: at the most pods, before what is paid by use${without}.`,
  ];
}

function subjectsOf(events: readonly EngineEvent[], state: 'old' | 'new'): Subject[] {
  const found = new Map<string, Subject>();
  for (const { resourcePreEvent } of events) {
    const metadata = resourcePreEvent?.metadata;
    const known = metadata?.[state];
    if (metadata === undefined || known == null || (state === 'new' && metadata.op.startsWith('delete'))) continue;
    const { urn, type, inputs, protect = false } = known;
    found.set(urn, { urn, type, name: urn.split('::').at(-1) ?? urn, inputs, protect, ignored: [] });
  }
  return [...found.values()];
}
