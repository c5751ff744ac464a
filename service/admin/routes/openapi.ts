import type { App } from '../../routes/types.ts';

/** `/admin/openapi.json`: the description of the admin surface. */
export function openApiRoute(app: App): void {
  app.get('/admin/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
