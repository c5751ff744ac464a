import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';

const MARK = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><g fill="#fff"><circle cx="20" cy="20" r="14"/>' +
    '<path d="M44 12c0-6 14-6 14 0v16c0 6-14 6-14 0z"/><rect x="68" y="6" width="28" height="28" rx="4"/></g></svg>',
);

/** Serves the API's description at `/api-docs/json`, and as a page at `/api-docs`. */
export const docsPage = fp(async (app) => {
  await app.register(swaggerUi, {
    routePrefix: '/api-docs',
    // The page styles itself inline, and asks an outside validator for a badge unless told not to.
    staticCSP: "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    uiConfig: { validatorUrl: null },
    theme: { title: 'LogoMorph API' },
    logo: { type: 'image/svg+xml', content: MARK, href: '/api-docs', target: '_self' },
  });
});
