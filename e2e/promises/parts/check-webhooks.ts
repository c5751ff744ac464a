import { setTimeout as sleep } from 'node:timers/promises';
import Type from 'typebox';
import type { EndedRender } from './ledger.ts';
import { allOf } from './pages.ts';
import type { PatientClient } from './patient-client.ts';
import type { ReceivedWebhook } from './webhook-receiver.ts';

/** How long the last may take: one whose sender was killed is sent again after a minute. */
const SETTLE_SECONDS = 120;

const Delivery = Type.Object({
  eventId: Type.String(),
  state: Type.String(),
  payload: Type.Object({
    type: Type.String(),
    sequence: Type.Number(),
    data: Type.Object({ id: Type.String() }),
  }),
});

/** The deliveries to an endpoint once there are as many as expected and none is under way, or after a while. */
export async function settledDeliveries(client: PatientClient, endpointId: string, expected: number) {
  const deadline = performance.now() + SETTLE_SECONDS * 1000;
  for (;;) {
    const deliveries = await allOf(client, `/v1/webhooks/${endpointId}/deliveries`, Delivery);
    const settled = deliveries.length >= expected && deliveries.every(({ state }) => state !== 'pending');
    if (settled || performance.now() > deadline) return deliveries;
    await sleep(200);
  }
}

/** What is wrong with the webhooks of renders: each has one, which is delivered and has the next number. */
export async function checkWebhooks(
  client: PatientClient,
  { endpointId, received }: { endpointId: string; received: readonly ReceivedWebhook[] },
  renders: readonly EndedRender[],
): Promise<{ sentAgain: number; complaints: string[] }> {
  const expected = new Set(renders.map(({ id, state }) => `render.${state} of ${id}`));
  const deliveries = await settledDeliveries(client, endpointId, expected.size);
  const complaints: string[] = [];
  const seen = new Set<string>();
  for (const { eventId, state, payload } of deliveries) {
    const what = `${payload.type} of ${payload.data.id}`;
    if (state !== 'succeeded') complaints.push(`webhook ${what} is ${state}`);
    if (seen.has(what)) complaints.push(`webhook ${what} is there twice`);
    if (!expected.has(what)) complaints.push(`webhook ${what} tells what has not happened`);
    if (!received.some((webhook) => webhook.eventId === eventId)) complaints.push(`webhook ${what} has not come`);
    seen.add(what);
  }
  for (const what of expected) if (!seen.has(what)) complaints.push(`webhook ${what} is not there`);
  const numbers = deliveries.map(({ payload }) => payload.sequence).sort((a, b) => a - b);
  if (numbers.some((number, index) => number !== index + 1)) complaints.push(`webhooks are numbered ${numbers}`);
  const ids = new Set(received.map(({ eventId }) => eventId));
  const told = new Set(received.map(({ type, renderId }) => `${type} ${renderId}`));
  if (ids.size !== told.size) complaints.push(`${ids.size} webhooks came for ${told.size} events`);
  return { sentAgain: received.length - ids.size, complaints };
}
