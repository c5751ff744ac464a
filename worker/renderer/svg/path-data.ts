/** How many numbers each command takes, over and over (SVG 2 § 9.3.9). */
const NUMBERS: Readonly<Record<string, number>> = { m: 2, z: 0, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7 };
/** Of an arc's numbers, the two flags: one digit each, which needs no space after it. */
const FLAGS = new Set([3, 4]);

const COMMAND = /[ \t\n\f\r]*([mzlhvcsqta])[ \t\n\f\r]*/iy;
const SEPARATOR = /[ \t\n\f\r]*,?[ \t\n\f\r]*/y;
/** Not with a zero before other digits, or a point after the last: some readers take those for mistakes. */
const NUMBER = /[-+]?(?:(?:0(?!\d)|[1-9]\d*)(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?/iy;
const FLAG = /[01]/y;

/**
 * The part of path data before the first mistake: it is what is drawn (SVG 2 § 9.5.4). Whatever reads it finds the
 * same commands in it.
 */
export function validPathData(data: string): string {
  let end = 0;
  for (;;) {
    const [whole, command] = matchAt(COMMAND, data, end) ?? [];
    if (whole === undefined || command === undefined || (end === 0 && command.toLowerCase() !== 'm')) break;
    const next = endOfArguments(data, end + whole.length, command.toLowerCase());
    if (next === undefined) break;
    end = next;
  }
  return data.slice(end).trim() === '' ? data : data.slice(0, end);
}

/** Where the last whole set of a command's numbers ends; undefined when there is none. */
function endOfArguments(data: string, start: number, command: string): number | undefined {
  const count = NUMBERS[command] ?? 0;
  if (count === 0) return start;
  let [at, end] = [start, 0];
  for (let index = 0; ; index++) {
    const separator = index === 0 ? '' : (matchAt(SEPARATOR, data, at)?.[0] ?? '');
    const kind = command === 'a' && FLAGS.has(index % count) ? FLAG : NUMBER;
    const number = matchAt(kind, data, at + separator.length)?.[0];
    if (number === undefined) return end === 0 ? undefined : end;
    at += separator.length + number.length;
    if (index % count === count - 1) end = at;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The part of the points of a polygon or a polyline before the first mistake, as with path data. */
export function validPoints(points: string): string {
  const [numbers = ''] = points.split(/[a-df-z]/i);
  return validPathData(`M${numbers}`).slice(1);
}
