import type * as pulumi from '@pulumi/pulumi';

/** A data store that may be deleted or replaced, up to and with a day. */
export interface DataLossAllowed {
  urn: string;
  /** As 2026-11-29. */
  until: string;
}

/** Reads `<URN>@<day>,…`, whose form has been checked. */
export function parseDataLossAllowed(text: string): DataLossAllowed[] {
  return text
    .split(',')
    .filter((one) => one !== '')
    .map((one) => ({ urn: one.slice(0, one.lastIndexOf('@')), until: one.slice(one.lastIndexOf('@') + 1) }));
}

/** A day as settings name it, in UTC. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** Whether a data store is named as one that may go, and its day is not past. */
export function mayBeLost(urn: string, allowed: readonly DataLossAllowed[], today: string): boolean {
  return allowed.some((one) => one.urn === urn && one.until >= today);
}

/**
 * Takes the protection off data stores that may be lost, the engine's and the cloud's. It is put back by itself at the
 * first `up` after the day. The engine deletes what the `up` before has left without protection.
 */
export function unprotected(allowed: readonly DataLossAllowed[], today: string): pulumi.ResourceTransformation {
  // A resource's own URN is not there yet; its end is.
  const named = (end: string) =>
    allowed.some(({ urn, until }) => until >= today && [`::${end}`, `$${end}`].some((one) => urn.endsWith(one)));
  return ({ type, name, props, opts }) => {
    if (!named(`${type}::${name}`)) return undefined;
    const kept = 'deletionProtection' in props ? { deletionProtection: false } : {};
    return { props: { ...props, ...kept }, opts: { ...opts, protect: false, retainOnDelete: false } };
  };
}
