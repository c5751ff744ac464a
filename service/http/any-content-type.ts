import type { App } from '../routes/types.ts';

/** Lets the bodies of all routes of the app be called anything, also what is no content type, which Fastify would refuse. */
export function takeAnyContentType(app: App): void {
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.headers['content-type'] !== undefined) request.headers = { 'content-type': 'application/octet-stream' };
    done();
  });
}
