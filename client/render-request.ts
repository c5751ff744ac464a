import type { NewRender } from './api-types.ts';

/** What a render is asked for with: a logo, or the logos of a batch. The description has both, each of which may be left out. */
export type RenderRequest = Omit<NewRender, 'logoId' | 'logoIds'> &
  (
    | { logoId: NonNullable<NewRender['logoId']>; logoIds?: never }
    | { logoIds: NonNullable<NewRender['logoIds']>; logoId?: never }
  );
