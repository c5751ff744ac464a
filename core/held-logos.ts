import { type SqlBool, sql } from 'kysely';

/**
 * Of a render: that no logo of it is held until it is scanned. It is asked when a render is handed over or taken, and noted
 * nowhere, so that there is nothing to keep up to date. The index `logos_held` has the logos, which mostly are none.
 */
export const NOT_HELD = sql<SqlBool>`renders.logo_id not in (select id from logos where scan = 'pending')
  and (renders.to_logo_id is null or renders.to_logo_id not in (select id from logos where scan = 'pending'))`;
