import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { WebhookPayload } from '@logomorph/contract/webhook-delivery.ts';
import { finishRender, type RenderEnd } from '@logomorph/core/finish-render.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { listen } from '@logomorph/core/testing/listen.ts';
import type { Logger } from 'pino';
import Value from 'typebox/value';
import { type Dispatcher, startDispatcher } from '../webhooks/dispatcher.ts';
import { newLogo, type TestApp } from './app.ts';

/** A request that came in. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  payload: WebhookPayload;
}

/** How a receiver answers: 200 when nothing is said, and not at all while the promise waits. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A server on this machine that webhooks are sent to, and all that has come in. */
export async function receiveWebhooks(t: TestContext, answer: () => Answer | Promise<Answer> = () => ({})) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    received.push({ headers: request.headers, body, payload: Value.Parse(WebhookPayload, JSON.parse(body)) });
    const { status = 200, headers = {}, body: answered = '' } = await answer();
    response.writeHead(status, headers).end(answered);
  });
  return { url: `http://127.0.0.1:${await listen(t, server)}/hook`, received };
}

/** Sends webhooks as the service does, until the test ends. */
export function dispatching(t: TestContext, product: TestApp, logger: Logger = silent): Dispatcher {
  const dispatcher = startDispatcher({ ...product, logger }, 0.1);
  defer(t, () => dispatcher.stop());
  return dispatcher;
}

/** A request to the API under `/v1/webhooks`. */
export function callWebhooks(
  { app, headers }: Pick<TestApp, 'app' | 'headers'>,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  payload?: object,
) {
  return app.inject({ method, url: `/v1/webhooks${path}`, headers, ...(payload === undefined ? {} : { payload }) });
}

/** Creates an endpoint, and gives its id and its secret. */
export async function newEndpoint(
  { app, headers }: Pick<TestApp, 'app' | 'headers'>,
  url: string,
  events?: string[],
): Promise<{ id: string; secret: string }> {
  const payload = { url, ...(events === undefined ? {} : { events }) };
  const answer = await app.inject({ method: 'POST', url: '/v1/webhooks', headers, payload });
  assert.equal(answer.statusCode, 201, answer.body);
  return answer.json();
}

/** The deliveries to an endpoint, newest first, as the API tells them. */
export async function deliveriesOf({ app, headers }: Pick<TestApp, 'app' | 'headers'>, endpointId: string) {
  return (await app.inject({ url: `/v1/webhooks/${endpointId}/deliveries`, headers })).json().items;
}

/** Creates a render and finishes it as a worker does; gives its id. */
export async function finishedRender(
  product: Pick<TestApp, 'app' | 'headers' | 'db'>,
  end: RenderEnd = { type: 'succeeded', data: { outputs: 0 } },
): Promise<string> {
  const { app, headers, db } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'palette' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  await db.transaction().execute((tx) => finishRender(tx, id, end));
  return id;
}
