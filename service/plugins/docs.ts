import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';

/** Serves the API's description (OpenAPI 3.1) at `/api-docs/json`, and as a page at `/api-docs`. */
export const docs = fp<{ version: string }>(async (app, { version }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'LogoMorph',
        version,
        description:
          'Upload a logo, ask for renders of it, follow them live and fetch what they made. ' +
          'Errors are problem documents (RFC 9457).',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
      tags: [
        { name: 'keys', description: 'API keys' },
        { name: 'logos', description: 'The pictures that renders are made from' },
        { name: 'renders', description: 'Asking for files, following their making, fetching them' },
        { name: 'operation', description: 'Probes and metrics' },
      ],
    },
  });
  await app.register(swaggerUi, { routePrefix: '/api-docs', staticCSP: true });
});
