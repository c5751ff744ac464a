import { ProblemError } from '@logomorph/contract/problem.ts';
import { byHref, elementsById } from '../elements-by-id.ts';
import { elementsIn, isElement, type SvgElement } from '../svg-element.ts';
import { SVG_LIMITS } from '../svg-limits.ts';
import { tooComplex } from '../too-complex.ts';
import type { Declarations } from './declared-values.ts';
import { type Inherited, inherit } from './inherited.ts';

const FRAGMENT_URL = /url\(\s*["']?#([^\s"'()]+)["']?\s*\)/gi;

/** Follows the references of a tree, and keeps count of how deep they go. */
export class References {
  readonly #byId: ReadonlyMap<string, SvgElement>;
  readonly #parents = new Map<SvgElement, SvgElement>();
  readonly #entered = new Set<SvgElement>();

  constructor(root: SvgElement) {
    this.#byId = elementsById(root);
    for (const element of elementsIn(root)) {
      for (const child of element.children) if (isElement(child)) this.#parents.set(child, element);
    }
  }

  /** What a property or attribute of an element may refer to. */
  of(name: string, declared: Declarations): SvgElement[] {
    return [...(declared.get(name)?.values ?? [])].flatMap((value) => this.inValue(value));
  }

  /** What a value refers to, but for what is being drawn already: a mask that masks itself is not drawn again. */
  inValue(value: string): SvgElement[] {
    const ids = [...value.matchAll(FRAGMENT_URL)].map((match) => match[1] ?? '');
    return ids
      .map((id) => this.#byId.get(id))
      .filter((target) => target !== undefined)
      .filter((target) => !this.#entered.has(target));
  }

  /** What the `href` of an element refers to. */
  byHref(element: SvgElement): SvgElement | undefined {
    return byHref(element, this.#byId);
  }

  /**
   * An element, and those it takes attributes from by `href`, the nearest first.
   * @throws ProblemError 'logo-too-complex' when they are too many
   */
  chainOf(element: SvgElement): SvgElement[] {
    const chain = new Set<SvgElement>();
    for (let next: SvgElement | undefined = element; next && !chain.has(next); next = this.byHref(next)) {
      chain.add(next);
      limitDepth(chain.size);
    }
    return [...chain];
  }

  /**
   * Does what draws an element.
   * @throws ProblemError 'unreadable-logo' when it is being drawn already, 'logo-too-complex' when that nests too deep
   */
  entering(element: SvgElement, draw: () => void): void {
    if (this.#entered.has(element)) {
      throw new ProblemError('unreadable-logo', 'An element of the SVG refers to itself');
    }
    limitDepth(this.#entered.size + 1);
    this.#entered.add(element);
    draw();
    this.#entered.delete(element);
  }

  /** What an element inherits where it stands. */
  inheritedBy(element: SvgElement, declarationsOf: (element: SvgElement) => Declarations): Inherited {
    const parent = this.#parents.get(element);
    return parent ? inherit(this.inheritedBy(parent, declarationsOf), declarationsOf(parent)) : {};
  }
}

function limitDepth(depth: number): void {
  if (depth <= SVG_LIMITS.expandedDepth) return;
  throw tooComplex(depth, 'or more references inside one another', SVG_LIMITS.expandedDepth);
}
