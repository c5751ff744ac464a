import { type RawBuilder, sql } from 'kysely';
import { toRenderOutput } from './render-output.ts';

/** A file of a render as it was stored. */
export interface StoredOutput {
  name: string;
  position: number;
  mediaType: string;
  bytes: number;
  sha256: string;
  width: number | undefined;
  height: number | undefined;
  objectKey: string;
}

/**
 * The parts of a statement that record files of a render: `files`, with a row for each, and `recorded`.
 *
 * @param source the part of the statement that has the row of the render, locked: its `id` and `run`
 */
export function recordingOutputs(source: string, renderId: string, outputs: readonly StoredOutput[]) {
  const rows = outputs.map((output) => toRow(renderId, output));
  const told = rows.map((row) => ({ ...row, event: toRenderOutput(row) }));
  return sql`
    files as (
      select render.id, render.run, file.* from ${sql.table(source)} as render,
        jsonb_to_recordset(${JSON.stringify(told)}) as file (
          name text, position int, media_type text, bytes int, sha256 text, width int, height int, object_key text,
          event jsonb
        )
    ), recorded as (
      insert into render_outputs (render_id, name, position, media_type, bytes, sha256, width, height, object_key)
      select id, name, position, media_type, bytes, sha256, width, height, object_key from files
      -- An earlier claim may have recorded it.
      on conflict (render_id, name) do update set position = excluded.position, media_type = excluded.media_type,
        bytes = excluded.bytes, sha256 = excluded.sha256, width = excluded.width, height = excluded.height,
        object_key = excluded.object_key
    )`;
}

/** The events of the files that the same statement records, in their order, for `appending`. */
export const OUTPUT_EVENTS: RawBuilder<unknown> = sql`
  select id as render_id, run, 'output' as type, name, event as data, position as place from files`;

function toRow(renderId: string, output: StoredOutput) {
  return {
    render_id: renderId,
    name: output.name,
    position: output.position,
    media_type: output.mediaType,
    bytes: output.bytes,
    sha256: output.sha256,
    width: output.width ?? null,
    height: output.height ?? null,
    object_key: output.objectKey,
  };
}
