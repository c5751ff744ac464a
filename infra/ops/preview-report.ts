import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { type Change, changesOf, kind, type Operation, unchanged } from './changes.ts';
import { SECRET } from './property-changes.ts';
import { propertyDiff } from './property-diff.ts';
import { type Risks, risksOf } from './risks.ts';

/** A little less than a comment on GitHub may hold. */
const MOST_CHARACTERS = 60_000;
/** The most risks of one kind that are listed; the rest is counted. */
const MOST_RISKS = 30;

const VERBS: readonly Operation[] = ['create', 'update', 'replace', 'delete'];

interface PreviewReport {
  stack: string;
  /** What the engine said in the preview. */
  events: readonly EngineEvent[];
  /** What must not be in the report wherever it turns up. Default: nothing but what the engine marked. */
  secrets?: readonly string[];
  /** What a reader should know of how the preview was made. */
  notes?: readonly string[];
  /** Why an `up` would change nothing, a line each. Default: it would do what is reported. */
  refused?: readonly string[];
}

/**
 * What a preview would change, as Markdown for a reviewer: the sum, what may lose data or stop service, and
 * then each change, folded by component. A report that is too long is cut between changes, and says so.
 */
export function previewReport({ stack, events, secrets = [], notes = [], refused = [] }: PreviewReport): string {
  const mask = masker(secrets);
  const changes = changesOf(events);
  const head = [
    `<!-- logomorph-preview:${stack} -->`,
    `## What would change in \`${stack}\``,
    headline(changes, unchanged(events)),
    ...notes.map((note) => `_${note}_`),
    ...block('CAUTION', 'Refused: `up` stops before it changes anything', refused),
    ...risks(risksOf(changes)),
  ].join('\n\n');
  return withDetails(mask(head), changes, mask);
}

/** Replaces known secrets, the longest first, since one may be part of another. */
function masker(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret.length > 3).sort((a, b) => b.length - a.length);
  return (text) => known.reduce((masked, secret) => masked.replaceAll(secret, SECRET), text);
}

function headline(changes: readonly Change[], same: number): string {
  if (changes.length === 0) return `**No change.** ${same} resources stay as they are.`;
  const counts = VERBS.map((verb) => `${changes.filter(({ operation }) => operation === verb).length} to ${verb}`);
  return `**${counts.join(' · ')}** · ${same} unchanged`;
}

function risks({ data, downtime }: Risks): string[] {
  return [...block('CAUTION', 'Data at risk', data), ...block('WARNING', 'Downtime risk', downtime)];
}

function block(kind: string, title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const lines = items.slice(0, MOST_RISKS).map((item) => `> - ${item}`);
  if (items.length > MOST_RISKS) lines.push(`> - and ${items.length - MOST_RISKS} more`);
  return [[`> [!${kind}]`, `> **${title}**`, ...lines].join('\n')];
}

/** Adds the changes one by one, grouped by component, while there is room. */
function withDetails(head: string, changes: readonly Change[], mask: (text: string) => string): string {
  const leftOutNote = (count: number) =>
    `\n\n**${count} of ${changes.length} changes are left out here:** the report would be longer than a comment may be.`;
  const room = MOST_CHARACTERS - leftOutNote(changes.length).length;
  let report = head;
  let shown = 0;
  for (const [component, members] of Map.groupBy(changes, (change) => change.component)) {
    const open = `\n\n<details><summary>${component}: ${members.map(summary).join(', ')}</summary>\n`;
    const close = '\n</details>';
    let block = mask(open);
    for (const member of members) {
      const item = mask(detail(member));
      if (report.length + block.length + item.length + close.length > room) {
        if (block !== mask(open)) report += block + close;
        return report + leftOutNote(changes.length - shown);
      }
      block += item;
      shown += 1;
    }
    report += block + close;
  }
  return `${report}\n`;
}

function summary({ operation, type }: Change): string {
  return `${operation} ${kind(type)}`;
}

function detail(change: Change): string {
  const { operation, type, name, reasons, properties } = change;
  const why = reasons.length === 0 ? '' : `, because of ${reasons.map((reason) => `\`${reason}\``).join(', ')}`;
  const diff = properties.length === 0 ? '' : `\n\n${propertyDiff(properties)}`;
  return `\n${operation} **${kind(type)}** \`${name}\`${why}${diff}\n`;
}
