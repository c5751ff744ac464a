import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { RenderEvent } from '@logomorph/contract/render-event.ts';
import fp from 'fastify-plugin';
import { createDescriber } from '../openapi/describe.ts';
import { WEBHOOKS } from '../openapi/webhook-description.ts';

const MARK = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><g fill="#fff"><circle cx="20" cy="20" r="14"/>' +
    '<path d="M44 12c0-6 14-6 14 0v16c0 6-14 6-14 0z"/><rect x="68" y="6" width="28" height="28" rx="4"/></g></svg>',
);

/** Serves the API's description (OpenAPI 3.1) at `/api-docs/json`, and as a page at `/api-docs`. */
export const docs = fp<{ version: string }>(async (app, { version }) => {
  const describer = createDescriber();
  await app.register(swagger, {
    transform: ({ route }) => describer.describeRoute(route),
    transformObject: (document) =>
      'openapiObject' in document ? describer.complete(document.openapiObject, [RenderEvent]) : document.swaggerObject,
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
  await app.register(swaggerUi, {
    routePrefix: '/api-docs',
    // The page styles itself inline, and asks an outside validator for a badge unless told not to.
    staticCSP: "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    uiConfig: { validatorUrl: null },
    theme: { title: 'LogoMorph API' },
    logo: { type: 'image/svg+xml', content: MARK, href: '/api-docs', target: '_self' },
  });
});
