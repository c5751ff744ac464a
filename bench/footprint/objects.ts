import { folderStore } from '@logomorph/core/object-store/folder-store.ts';

/** Objects of a tenant in a store that is a folder, and the bytes in them. */
export async function objectsOf(tenantId: string, folder: string): Promise<{ count: number; bytes: number }> {
  const objects = { count: 0, bytes: 0 };
  for await (const page of folderStore(folder).list(`${tenantId}/`)) {
    objects.count += page.length;
    for (const { bytes } of page) objects.bytes += bytes;
  }
  return objects;
}
