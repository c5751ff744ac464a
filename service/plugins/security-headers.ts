import helmet from '@fastify/helmet';
import Fastify from 'fastify';
import fp from 'fastify-plugin';

/** The security headers that matter to what no page is made of: probes, and what is answered outside of Fastify's hooks. */
export const BARE_SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** What a key let in is for who has the key, and is looked up anew each time. Where more may be kept, the route says so. */
const KEPT_BY_NOBODY = 'private, no-cache';

/** Security headers for an API that serves no pages; the docs page brings its own policy. */
export const securityHeaders = fp(async (app) => {
  const headers = { ...(await askHelmet()), 'cache-control': KEPT_BY_NOBODY };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
});

/** What helmet says. It is asked once: it would make the same up for each answer anew. */
async function askHelmet(): Promise<Record<string, string>> {
  const asked = Fastify();
  await asked.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    frameguard: { action: 'deny' },
    hsts: { maxAge: 31_536_000, includeSubDomains: true },
  });
  asked.get('/', async (_request, reply) => reply.getHeaders());
  return (await asked.inject('/')).json();
}
