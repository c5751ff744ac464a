import { ProblemError } from '@logomorph/contract/problem.ts';

/** How many bytes of logos may be in memory at once, so that uploads cannot take more than a pod has. */
const ALL_BYTES = 64 * 1024 * 1024;

/** How many of them may be one tenant's, so that slow uploads of one do not keep out all others. */
const TENANT_BYTES = ALL_BYTES / 2;

/** The memory that there is for the bytes of logos. */
export interface LogoMemory {
  /**
   * Holds so many bytes of it for a tenant, until what it gives is disposed of.
   *
   * @throws ProblemError unavailable when there are not so many left
   */
  hold(tenantId: string, bytes: number): Disposable;
}

/** The memory for logos of one process. */
export function createLogoMemory(): LogoMemory {
  let inUse = 0;
  const byTenant = new Map<string, number>();
  return {
    hold(tenantId, bytes) {
      const ofTenant = byTenant.get(tenantId) ?? 0;
      if (inUse + bytes > ALL_BYTES || ofTenant + bytes > TENANT_BYTES) {
        throw new ProblemError('unavailable', 'Too many uploads are under way; try again soon');
      }
      inUse += bytes;
      byTenant.set(tenantId, ofTenant + bytes);
      return {
        [Symbol.dispose]() {
          inUse -= bytes;
          const left = (byTenant.get(tenantId) ?? 0) - bytes;
          if (left > 0) byTenant.set(tenantId, left);
          else byTenant.delete(tenantId);
        },
      };
    },
  };
}
