import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Type, { type Static } from 'typebox';
import { checkFiles, checkRender } from './check-render.ts';
import { checkUsage } from './check-usage.ts';
import { checkWebhooks, settledDeliveries } from './check-webhooks.ts';
import { allOf } from './pages.ts';
import type { PatientClient } from './patient-client.ts';
import type { ReceivedWebhook } from './webhook-receiver.ts';

/** How long the last renders may take to end after all is mended: some wait for leases of killed processes. */
const SETTLE_SECONDS = 180;

/** What a render has to come to: `succeeded`, or the type of the problem that it fails with. */
type Expected = 'succeeded' | `urn:logomorph:problem:${string}`;

const Render = Type.Object({
  id: Type.String(),
  state: Type.String(),
  error: Type.Optional(Type.Object({ type: Type.String(), detail: Type.String() })),
  outputs: Type.Array(Type.Object({ name: Type.String(), url: Type.String(), sha256: Type.String() })),
});

/** A render as the API tells it at the end. */
export type EndedRender = Static<typeof Render>;

/** What was found when all has ended. */
export interface Findings {
  renders: number;
  lost: number;
  /** Events, webhooks, files and counts that are there more often than once, or are not as they should be. */
  wrong: number;
  /** Webhooks that came again under the same id, as those do whose sender was killed before it noted the answer. */
  sentAgain: number;
  /** What is wrong, in words. */
  complaints: string[];
}

/** All that was asked for, and the check that each of it came to its one end. */
export interface Ledger {
  /** Asks for a render, until it is accepted. Gives its id. */
  submit: (logoId: string, recipe: object, expected?: Expected) => Promise<string>;
  /** Expects a render that was accepted otherwise. */
  note: (id: string) => void;
  upload: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** Waits until all renders have ended and their webhooks are sent. */
  settled: () => Promise<void>;
  /** Waits until all has ended, and looks at every effect. */
  check: () => Promise<Findings>;
}

/** Opens a ledger for a tenant that nobody else uses. */
export function openLedger(
  client: PatientClient,
  webhooks: { endpointId: string; received: ReceivedWebhook[] },
): Ledger {
  const asked = new Map<string, Expected>();
  const Id = Type.Object({ id: Type.String() });
  const write = async (wish: { path: string; json?: unknown; bytes?: Uint8Array<ArrayBuffer> }) =>
    (await client.ask(Id, { method: 'POST', idempotencyKey: randomUUID(), ...wish })).id;
  const renders = () => allOf(client, '/v1/renders', Render);
  const settled = async () => {
    const deadline = performance.now() + SETTLE_SECONDS * 1000;
    const ended = async () => (await renders()).every(({ state }) => !['queued', 'running'].includes(state));
    while (!(await ended()) && performance.now() < deadline) await sleep(200);
    await settledDeliveries(client, webhooks.endpointId, asked.size);
  };
  return {
    upload: (bytes) => write({ path: '/v1/logos', bytes }),
    async submit(logoId, recipe, expected = 'succeeded') {
      const id = await write({ path: '/v1/renders', json: { logoId, recipe } });
      asked.set(id, expected);
      return id;
    },
    note: (id) => void asked.set(id, 'succeeded'),
    settled,
    async check() {
      await settled();
      const all = await renders();
      const lost = [...asked].filter(([id, expected]) => outcome(all.find((render) => render.id === id)) !== expected);
      const strangers = all.filter(({ id }) => !asked.has(id));
      const complaints = [
        ...lost.map(([id, expected]) => `${id} is ${outcome(all.find((render) => render.id === id))}, not ${expected}`),
        ...strangers.map(({ id }) => `${id} was asked for under no key, or twice under one`),
      ];
      for (const render of all) complaints.push(...(await checkRender(client, render)));
      complaints.push(...(await checkFiles(client, all)), ...(await checkUsage(client, all)));
      const { sentAgain, complaints: ofWebhooks } = await checkWebhooks(client, webhooks, all);
      complaints.push(...ofWebhooks);
      return { renders: asked.size, lost: lost.length, wrong: complaints.length - lost.length, sentAgain, complaints };
    },
  };
}

function outcome(render: EndedRender | undefined): string {
  return render?.error?.type ?? render?.state ?? 'gone';
}
