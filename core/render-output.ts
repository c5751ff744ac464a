import type { RenderOutput } from '@logomorph/contract/render.ts';
import type { Selectable } from 'kysely';
import type { Tables } from './database/schema.ts';

/** An output as clients see it. */
export function toRenderOutput(
  row: Omit<Selectable<Tables['render_outputs']>, 'object_key' | 'position'>,
): RenderOutput {
  return {
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    ...(row.width === null ? {} : { width: row.width }),
    ...(row.height === null ? {} : { height: row.height }),
    url: `/v1/renders/${row.render_id}/outputs/${encodePath(row.name)}`,
  };
}

/** The name of an output as it is in an address: its folders stay folders. */
export function encodePath(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
