import swagger from '@fastify/swagger';
import fp from 'fastify-plugin';
import { completing } from '../openapi/describe.ts';

/** Describes the admin surface (OpenAPI 3.1); `openApiRoute` answers with it. */
export const adminDocs = fp<{ version: string }>(async (app, { version }) => {
  await app.register(swagger, {
    ...completing(),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'LogoMorph admin',
        version,
        description:
          'For operators, on a port of its own. To repeat a request is harmless, so none takes an `Idempotency-Key`.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'The admin port that says this' }],
      components: { securitySchemes: { operator: { type: 'http', scheme: 'bearer', description: 'ADMIN_TOKEN' } } },
      tags: [
        { name: 'queues', description: 'What waits, and for how long' },
        { name: 'dead letters', description: 'What has failed for good, and trying it again' },
        { name: 'tenants', description: 'What they have and may' },
      ],
    },
  });
});
