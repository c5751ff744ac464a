import { createClient, LogoMorphError, type Render, verifyAudit, verifyWebhook } from '../../client/index.ts';

// Checked against the packed client: it is right but for the lines that say otherwise.
const client = createClient({ baseUrl: 'http://127.0.0.1:4000', apiKey: async () => 'lm_' });

/** Uses what the client has. */
export async function use(): Promise<Render> {
  const logo = await client.upload(new Uint8Array(1), { name: 'Acme', signal: AbortSignal.timeout(1000) });
  const { id } = await client.render({ logoId: logo.id, recipe: { type: 'kit', name: 'Acme' } });
  for await (const event of client.events(id)) {
    if (event.type === 'output') console.log(event.data.sha256);
    if (event.type === 'failed') console.log(event.data.title);
  }
  const { items } = await client.call('get', '/v1/renders', { query: { state: ['failed'] } });
  for await (const render of client.list('/v1/renders')) items.push(render);
  const nothing: undefined = await client.call('delete', '/v1/logos/{logoId}', { path: { logoId: logo.id } });
  const { secret } = await client.call('post', '/v1/webhooks', { body: { url: 'https://example.com' } });
  await verifyWebhook({ secret, headers: new Headers(), body: '' });
  const { hash } = await verifyAudit((await client.call('get', '/v1/audit/export')).split('\n'));
  await verifyAudit([], { head: hash, contains: undefined });
  return nothing ?? client.waitFor(id);
}

/** Is refused, line by line. */
export async function misuse(): Promise<void> {
  // @ts-expect-error it is a GET
  await client.call('post', '/v1/limits');
  // @ts-expect-error the address needs an id
  await client.call('get', '/v1/renders/{renderId}', {});
  // @ts-expect-error there is no such recipe
  await client.render({ logoId: '', recipe: { type: 'poster' } });
  // @ts-expect-error these have no pages
  client.list('/v1/limits');
  const error: unknown = new Error();
  // @ts-expect-error an error may be anything
  console.log(error.status);
  if (error instanceof LogoMorphError) console.log(error.status, error.code);
}
