/** Which of two values of a bound takes more; of these there is an order, of a pattern there is none. */
const LOOSER: Readonly<Record<string, (...values: number[]) => number>> = {
  minLength: Math.min,
  minimum: Math.min,
  minItems: Math.min,
  minProperties: Math.min,
  maxLength: Math.max,
  maximum: Math.max,
  maxItems: Math.max,
  maxProperties: Math.max,
};

const WORDS = [...Object.keys(LOOSER), 'pattern', 'format', 'uniqueItems'];

const BOUND = new RegExp(`^(.+ takes.*) (${WORDS.join('|')}): (.+)$`);

/** What a request is held to at a place beside types and values, a line for each. Of an answer only its format is kept: limits may get wider. */
export function boundsOf(place: string, way: 'takes' | 'has', schema: Readonly<Record<string, unknown>>): string[] {
  return (way === 'takes' ? WORDS : ['format'])
    .filter((word) => schema[word] !== undefined)
    .map((word) => `${place} ${word}: ${JSON.stringify(schema[word])}`);
}

export function isBound(line: string): boolean {
  return BOUND.test(line);
}

/**
 * The bounds by which something is refused that was taken before. A pattern that is another one counts as narrower: write a wider one
 * into what is kept by hand.
 *
 * @param wasThere whether something was taken at a place before
 */
export function narrowed(
  before: readonly string[],
  now: readonly string[],
  wasThere: (place: string) => boolean,
): string[] {
  const [had, has] = [valuesOf(before), valuesOf(now)];
  return [...has].flatMap(([bound, values]) => {
    const [place = '', word = ''] = bound.split(/ (?=\w+$)/);
    const earlier = had.get(bound);
    if (!wasThere(place) || (earlier !== undefined && isKept(word, earlier, values))) return [];
    return values.map((value) => `${bound}: ${value}`);
  });
}

function isKept(word: string, earlier: readonly string[], values: readonly string[]): boolean {
  const looser = LOOSER[word];
  if (looser === undefined) return values.every((value) => earlier.includes(value));
  const [loosest, now] = [looser(...earlier.map(Number)), looser(...values.map(Number))];
  return looser(loosest, now) === now;
}

/** The values of each bound at each place: several where one of several schemas will do. */
function valuesOf(lines: readonly string[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const line of lines) {
    const [, place, word, value] = BOUND.exec(line) ?? [];
    if (value !== undefined) values.set(`${place} ${word}`, [...(values.get(`${place} ${word}`) ?? []), value]);
  }
  return values;
}
