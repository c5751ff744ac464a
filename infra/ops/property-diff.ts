import type { PropertyChange } from './property-changes.ts';

/** The most characters of a value that are shown. */
const MOST_CHARACTERS = 600;

/** Changed properties as a code block in which readers see lines taken away and added. */
export function propertyDiff(properties: readonly PropertyChange[]): string {
  const body = properties.map(property).join('\n');
  // A value may hold a fence of its own; ours is longer than any.
  const longest = Math.max(2, ...[...body.matchAll(/`{3,}/g)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${body}\n${fence}`;
}

function property({ path, before, after }: PropertyChange): string {
  const [old, now] = differing(before, after);
  return [`  ${path}`, ...lines('-', old), ...lines('+', now)].join('\n');
}

/** Of two texts of many lines the part in which they differ, since files are long and changes small. */
function differing(before: string | undefined, after: string | undefined): [string | undefined, string | undefined] {
  if (before === undefined || after === undefined || before === after) return [before, after];
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = (all: string[]) =>
    all.length - end > start ? all.slice(start, all.length - end).join('\n') : undefined;
  return [part(old), part(now)];
}

function lines(sign: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}… (${text.length} characters)` : text;
  return shown.split('\n').map((line) => `${sign} ${line}`);
}
