/** What a check says against an object. */
export interface Finding {
  /** Name of the check. */
  check: string;
  /** The stack that the object is in. */
  stack: string;
  /** Kind and name. */
  object: string;
  /** What is wrong. */
  text: string;
}

/** A finding that is meant to be, with the reason. */
export interface Accepted {
  check: string;
  /** Stacks whose objects it is about. Default: all. */
  stacks?: readonly string[];
  /** Kinds and names. */
  objects: readonly string[];
  why: string;
}

/**
 * What is wrong: each finding that nothing accepts, a line each, and what accepts something that is not found any more.
 */
export function unaccepted(findings: readonly Finding[], accepted: readonly Accepted[]): string[] {
  const accepts = ({ check, stacks, objects }: Accepted, finding: Finding) =>
    check === finding.check &&
    (stacks === undefined || stacks.includes(finding.stack)) &&
    objects.includes(finding.object);
  const left = findings.filter((finding) => !accepted.some((one) => accepts(one, finding)));
  const idle = accepted.flatMap((one) =>
    one.objects
      .filter((object) => !findings.some((finding) => accepts({ ...one, objects: [object] }, finding)))
      .map((object) => `${one.check} is accepted of ${object}, and not found there: take it out of accepted.ts`),
  );
  return [...left.map(({ check, stack, object, text }) => `${stack}: ${object}: ${check} ${text}`), ...idle];
}
