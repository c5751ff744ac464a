import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import Type from 'typebox';
import Value from 'typebox/value';
import { close, listen } from '../../harness/listen.ts';

const Payload = Type.Object({
  type: Type.String(),
  sequence: Type.Number(),
  data: Type.Object({ id: Type.String() }),
});

/** One webhook that came in. */
export interface ReceivedWebhook {
  eventId: string;
  type: string;
  renderId: string;
  sequence: number;
}

/** A server that webhooks are sent to, and all that has come in. */
interface WebhookReceiver extends AsyncDisposable {
  url: string;
  received: ReceivedWebhook[];
}

/** Starts a receiver of webhooks on this machine, which takes all. */
export async function webhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const server = createServer(async (request, response) => {
    const body = Value.Parse(Payload, await json(request));
    const eventId = String(request.headers['webhook-id']);
    received.push({ eventId, type: body.type, renderId: body.data.id, sequence: body.sequence });
    response.writeHead(204).end();
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    [Symbol.asyncDispose]: () => close(server),
  };
}
