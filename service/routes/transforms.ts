import { Transform, TransformRequest } from '@logomorph/contract/transform.ts';
import { recordAudit } from '@logomorph/core/audit.ts';
import type { ServiceDeps } from '../deps.ts';
import { authorOf } from '../plugins/authentication.ts';
import { readExpiry } from '../use-cases/api-keys.ts';
import { readNamedLogo } from '../use-cases/named-logos.ts';
import { transformPath } from '../use-cases/transform-address.ts';
import type { App } from './types.ts';

/** `POST /v1/transforms`: makes the signed address of a picture. */
export function transformRoute(app: App, { db, transformUrls }: Pick<ServiceDeps, 'db' | 'transformUrls'>): void {
  app.post(
    '/v1/transforms',
    {
      config: { scope: 'render', problems: ['not-found', 'logo-infected'] },
      schema: {
        tags: ['transforms'],
        operationId: 'createTransform',
        summary: 'Make a signed address of a picture, which is rendered when it is asked for the first time',
        description:
          'Nothing is rendered by this, and nothing kept but an entry of the audit log. The same wish gives the same address.',
        body: TransformRequest,
        response: { 200: Transform },
      },
    },
    async (request) => {
      const { logoId: asked, recipe, expiresAt } = request.body;
      const author = authorOf(request);
      const named = { pointer: '/logoId', id: asked.toLowerCase() };
      const { id: logoId } = await readNamedLogo(db, author.tenantId, named);
      const expires = readExpiry(expiresAt);
      const seconds = expires === null ? undefined : Math.floor(expires.valueOf() / 1000);
      const details = { expiresAt: expires?.toISOString() ?? null };
      await db
        .transaction()
        .execute((tx) =>
          recordAudit(tx, author, { action: 'transform.created', target: { type: 'logo', id: logoId }, details }),
        );
      return {
        url: transformUrls.sign(transformPath(logoId, recipe), seconds),
        logoId,
        recipe,
        ...(seconds === undefined ? {} : { expiresAt: new Date(seconds * 1000).toISOString() }),
      };
    },
  );
}
