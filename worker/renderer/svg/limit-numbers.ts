import { SVG_LIMITS } from './svg-limits.ts';
import { tooComplex } from './too-complex.ts';

/** Most values have no number that could be over the limit: one of ten digits, or with an exponent. */
const SUSPECT = /\d{10}|[\d.]e\+?\d/i;
/** Colours and references: their digits are no numbers. */
const HASH = /#[^\s"'()]+/g;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/**
 * Refuses a value with a number that no logo needs, and that arithmetic would make infinite.
 * @throws ProblemError 'logo-too-complex'
 */
export function limitNumbers(value: string): void {
  if (!SUSPECT.test(value)) return;
  for (const [text] of value.replace(HASH, '').matchAll(NUMBER)) {
    const number = Number(text);
    if (number > SVG_LIMITS.number) throw tooComplex(number, 'as a number', SVG_LIMITS.number);
  }
}
