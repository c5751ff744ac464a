/** Where a tenant's uploaded logo is kept. A tenant's objects share a prefix, so that they can be erased as one. */
export function logoKey(tenantId: string, sha256: string): string {
  return `${tenantId}/logos/${sha256}`;
}

/** Where a file that a render made is kept. */
export function outputKey(tenantId: string, contentKey: string, name: string): string {
  return `${tenantId}/outputs/${contentKey}/${name}`;
}
