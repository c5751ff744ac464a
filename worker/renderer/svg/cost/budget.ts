import { SVG_LIMITS } from '../svg-limits.ts';
import { tooComplex } from '../too-complex.ts';

/** Adds up the work of a drawing, and refuses it once it is over the limit. */
export class Budget {
  readonly #spent = new Map<string, number>();
  #total = 0;

  /** @throws ProblemError 'logo-too-complex' */
  spend(what: string, work: number): void {
    this.#total += work;
    this.#spent.set(what, (this.#spent.get(what) ?? 0) + work);
    if (this.#total <= SVG_LIMITS.work) return;
    const [most] = [...this.#spent].sort(([, a], [, b]) => b - a);
    const [largest, share] = most ?? [what, work];
    const units = `or more units of work to be drawn, ${Math.floor(share)} for its ${largest}`;
    throw tooComplex(Math.floor(this.#total), units, SVG_LIMITS.work);
  }

  /** The work of a part of the drawing, which counts. */
  measure(part: () => void): number {
    const before = this.#total;
    part();
    return this.#total - before;
  }
}
