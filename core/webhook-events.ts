import type { Children } from '@logomorph/contract/render.ts';
import { sql } from 'kysely';

/**
 * The part of a statement that notes, for the webhooks of the tenant, that a render or a batch has finished. It is in the
 * one that finishes it, so that a killed process loses no event; each run of a render ends once, and so does this. Which
 * endpoints want it is found out later, for their rows must not be locked here. Where there are no endpoints nothing is
 * noted, nor of renders of transforms, which whoever opens a page asks for. What is noted is a `WebhookRender`.
 *
 * @param source the part of the statement that has the row of the render, ended
 * @param children those of a batch
 */
export function notingWebhookEvent(source: string, children: Children | undefined) {
  return sql`
    insert into webhook_events (tenant_id, type, render_id, run, data, origin)
    select tenant_id, case when logo_id is null then 'batch.' else 'render.' end || state, id, run,
      jsonb_build_object('id', id, 'url', '/v1/renders/' || id, 'state', state, 'createdAt', ${isoTime('created_at')},
        'metadata', metadata)
        || jsonb_strip_nulls(jsonb_build_object(
          'logoId', logo_id, 'parentId', parent_id, 'finishedAt', ${isoTime('finished_at')}, 'error', error))
        ${children === undefined ? sql`` : sql`|| jsonb_build_object('children', ${JSON.stringify(children)}::jsonb)`},
      origin
    from ${sql.table(source)} as ended
    where transform is null
      and exists (select from webhook_endpoints where webhook_endpoints.tenant_id = ended.tenant_id)
    on conflict (render_id, type, run) do nothing`;
}

/** A time as JSON has it everywhere else. */
function isoTime(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
