import { sha256 } from '@logomorph/core/sha256.ts';

/** The most characters of a value that is written out. */
const MOST = 72;

/**
 * A value on one line, keys in order. What is too long for that is looked into so many levels deep, and below them a
 * hash stands for it: a reader sees that it changes, and looks for how in what makes it.
 */
export function brief(value: unknown, levels: number): string {
  const whole = compact(value);
  if (whole.length <= MOST) return whole;
  if (levels === 0 || !isTree(value)) return `#${sha256(whole).slice(0, 8)}`;
  return enclosed(value, (member) => brief(member, levels - 1));
}

/** A value in full, as text with as few marks as can be. */
function compact(value: unknown): string {
  return isTree(value) ? enclosed(value, compact) : String(value);
}

function enclosed(value: object, text: (member: unknown) => string): string {
  if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
  return `{${fields(value, text)}}`;
}

/** The members of an object in order, each as `key=value`. */
export function fields(value: object, text: (member: unknown) => string): string {
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${key}=${text(member)}`)
    .join(' ');
}

/** Whether a value has members. */
export function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
