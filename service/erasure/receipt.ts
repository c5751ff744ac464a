import type { ErasureReceipt } from '@logomorph/contract/erasure.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { ErasureRow } from '../use-cases/erase-tenant.ts';
import type { ReceiptSigner } from './receipt-signer.ts';

/** What was found again at the end. */
export type Recheck = Pick<ErasureReceipt['recheck'], 'rows' | 'objects'> & { kept?: number };

/** The signed receipt of an erasure that ends at that time. */
export async function makeReceipt(
  signer: ReceiptSigner,
  row: ErasureRow,
  at: Date,
  { kept, ...recheck }: Recheck,
): Promise<string> {
  const receipt: ErasureReceipt = {
    erasureId: row.id,
    tenantId: row.tenant_id,
    subject: { type: row.subject_type, id: row.subject_id },
    requestedBy: row.requested_by,
    createdAt: row.created_at.toISOString(),
    startedAt: (row.started_at ?? at).toISOString(),
    finishedAt: at.toISOString(),
    rows: row.erased,
    objects: { removed: Number(row.objects), bytes: Number(row.bytes), ...(kept === undefined ? {} : { kept }) },
    recheck: { at: at.toISOString(), ...recheck },
  };
  return signer.sign(canonicalJson(receipt));
}
