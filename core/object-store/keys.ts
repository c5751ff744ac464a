/**
 * Where the bytes of one upload are kept: each has a name of its own, so that removing those of a deleted logo does no
 * harm to the same bytes uploaded again. A tenant's objects share a prefix, so that they can be erased as one.
 */
export function logoKey(tenantId: string, name: string): string {
  return `${tenantId}/logos/${name}`;
}

/** Where a logo's bytes are. Those of versions that named no place are found by their SHA-256. */
export function keyOfLogo(row: { tenant_id: string; sha256: string; object_key: string | null }): string {
  return row.object_key ?? logoKey(row.tenant_id, row.sha256);
}

/** Where the bytes of a direct upload are until it is completed. */
export function uploadKey(tenantId: string, uploadId: string): string {
  return `${tenantId}/uploads/${uploadId}`;
}

/** Of characters that both stores keep as they are; none of dots alone, which would lead to another folder. */
const PART_OF_NAME = /^(?!\.+$)[\w.@+ -]+$/;

/**
 * Where a file that a render made is kept.
 * @throws an error when the name is no file name, with or without folders before it
 */
export function outputKey(tenantId: string, contentKey: string, name: string): string {
  if (!name.split('/').every((part) => PART_OF_NAME.test(part))) {
    throw new Error(`no name for an output: ${JSON.stringify(name)}`);
  }
  return `${outputPrefix(tenantId, contentKey)}${name}`;
}

/** What the files of a content key begin with. */
export function outputPrefix(tenantId: string, contentKey: string): string {
  return `${tenantId}/outputs/${contentKey}/`;
}

/** What the keys of all objects of a tenant begin with. */
export function tenantPrefix(tenantId: string): string {
  return `${tenantId}/`;
}
