import swagger from '@fastify/swagger';
import { RenderEvent } from '@logomorph/contract/render-event.ts';
import fp from 'fastify-plugin';
import { completing } from '../openapi/describe.ts';
import { WEBHOOKS } from '../openapi/webhook-description.ts';

/** Describes all routes that are added from now on (OpenAPI 3.1). */
export const description = fp<{ version: string }>(async (app, { version }) => {
  await app.register(swagger, {
    ...completing([RenderEvent]),
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
      webhooks: WEBHOOKS,
      servers: [{ url: '/', description: 'The API that says this' }],
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'An API key' },
          accessToken: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'An access token of the identity provider, where the operator has set one up',
          },
        },
      },
      tags: [
        { name: 'keys', description: 'API keys' },
        { name: 'tenant', description: 'Whose all of it is' },
        { name: 'logos', description: 'The pictures that renders are made from' },
        { name: 'renders', description: 'Asking for files, following their making, fetching them' },
        { name: 'files', description: 'What renders made, for whoever has a signed address' },
        { name: 'transforms', description: 'Pictures that are made when their signed address is asked for' },
        { name: 'webhooks', description: 'Being told of what happens' },
        { name: 'usage', description: 'What was used, by day' },
        { name: 'retention', description: 'What is deleted by itself, and when' },
        { name: 'audit', description: 'What was done, by whom' },
        { name: 'erasure', description: 'Removing for good, with a receipt' },
        { name: 'operation', description: 'Probes and metrics' },
      ],
    },
  });
});
