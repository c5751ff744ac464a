import { Retention, RetentionPatch } from '@logomorph/contract/retention.ts';
import type { ServiceDeps } from '../deps.ts';
import { authorOf, tenantOf } from '../plugins/authentication.ts';
import { changeRetention, readRetention } from '../use-cases/retention.ts';
import type { App } from './types.ts';

/** `/v1/retention`: after how many days things are deleted by themselves. */
export function retentionRoutes(app: App, { db }: Pick<ServiceDeps, 'db'>): void {
  const shared = { tags: ['retention'] };

  app.get(
    '/v1/retention',
    {
      config: { scope: 'read' },
      schema: {
        ...shared,
        operationId: 'readRetention',
        summary: 'Read after how many days renders and logos are deleted',
        description: 'Null is for what is kept until somebody deletes it, as all is at first.',
        response: { 200: Retention },
      },
    },
    async (request) => readRetention(db, tenantOf(request)),
  );

  app.patch(
    '/v1/retention',
    {
      config: { scope: 'admin', problems: ['not-found'] },
      schema: {
        ...shared,
        operationId: 'changeRetention',
        summary: 'Change after how many days renders and logos are deleted',
        description:
          'It counts for what is there already: what is older than that is deleted within ten minutes or so, and does not come back.',
        body: RetentionPatch,
        response: { 200: Retention },
      },
    },
    async (request) => changeRetention(db, authorOf(request), request.body),
  );
}
