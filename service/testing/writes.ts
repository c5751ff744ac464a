import assert from 'node:assert/strict';
import type { AuditAction } from '@logomorph/contract/audit.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import type { InjectOptions } from 'fastify';
import { newLogo, type TestApp } from './app.ts';
import { callWebhooks, newEndpoint } from './webhook-receiver.ts';

/** The API, and a site that logos may be fetched from. */
export type World = TestApp & { site: string };

/** A write that succeeds: `ask` makes what it needs, and gives its path and its body. */
interface Write {
  records: AuditAction[];
  ask: (world: World) => Promise<Pick<InjectOptions, 'payload'> & { url: string }>;
}

const HOOK = 'https://example.com/hook';

/** What clients write, which is to be in no entry. */
export const TEXT = 'Written by people';

/** Every write of the API by its method and path in the OpenAPI description, and what is recorded of it. */
export const WRITES: Record<string, Write> = {
  'POST /v1/keys': { records: ['key.created'], ask: async () => ({ url: '/v1/keys', payload: { name: TEXT } }) },
  'PATCH /v1/keys/{keyId}': {
    records: ['key.changed'],
    ask: async (world) => ({ url: await newKey(world), payload: { name: `${TEXT} again` } }),
  },
  'POST /v1/keys/{keyId}/rotate': {
    records: ['key.rotated'],
    ask: async (world) => ({ url: `${await newKey(world)}/rotate`, payload: {} }),
  },
  'DELETE /v1/keys/{keyId}': { records: ['key.revoked'], ask: async (world) => ({ url: await newKey(world) }) },
  'POST /v1/logos': { records: ['logo.created'], ask: async () => ({ url: '/v1/logos', payload: newSvg() }) },
  'PUT /v1/logos/sha256/{sha256}': {
    records: ['logo.created'],
    ask: async () => {
      const payload = newSvg();
      return { url: `/v1/logos/sha256/${sha256(payload)}`, payload };
    },
  },
  'POST /v1/logos/from-url': {
    records: ['logo.created'],
    ask: async ({ site }) => ({ url: '/v1/logos/from-url', payload: { url: site, name: TEXT } }),
  },
  'PATCH /v1/logos/{logoId}': {
    records: ['logo.changed'],
    ask: async (world) => ({ url: `/v1/logos/${await newLogo(world, newSvg())}`, payload: { name: TEXT } }),
  },
  'DELETE /v1/logos/{logoId}': {
    records: ['logo.deleted'],
    ask: async (world) => ({ url: `/v1/logos/${await newLogo(world, newSvg())}` }),
  },
  'POST /v1/erasures': {
    records: ['logo.erased'],
    ask: async (world) => ({ url: '/v1/erasures', payload: { logoId: await newLogo(world, newSvg()) } }),
  },
  'POST /v1/logos/uploads': {
    records: ['logo-upload.created'],
    ask: async () => ({ url: '/v1/logos/uploads', payload: announcement(newSvg()) }),
  },
  'DELETE /v1/logos/uploads/{uploadId}': {
    records: ['logo-upload.canceled'],
    ask: async (world) => ({ url: `/v1/logos/uploads/${await sentUpload(world)}` }),
  },
  'POST /v1/logos/uploads/{uploadId}/complete': {
    records: ['logo.created', 'logo-upload.completed'],
    ask: async (world) => ({ url: `/v1/logos/uploads/${await sentUpload(world)}/complete` }),
  },
  'POST /v1/renders': {
    records: ['render.created'],
    ask: async (world) => ({ url: '/v1/renders', payload: kitOf(await newLogo(world)) }),
  },
  'PATCH /v1/renders/{renderId}': {
    records: ['render.changed'],
    ask: async (world) => ({ url: await newRender(world), payload: { metadata: { note: TEXT } } }),
  },
  'POST /v1/renders/{renderId}/cancel': {
    records: ['render.canceled'],
    ask: async (world) => ({ url: `${await newRender(world)}/cancel` }),
  },
  'POST /v1/renders/{renderId}/retry': {
    records: ['render.retried'],
    ask: async (world) => ({ url: `${await canceledRender(world)}/retry` }),
  },
  'DELETE /v1/renders/{renderId}': {
    records: ['render.deleted'],
    ask: async (world) => ({ url: await canceledRender(world) }),
  },
  'POST /v1/transforms': {
    records: ['transform.created'],
    ask: async (world) => ({
      url: '/v1/transforms',
      payload: { logoId: await newLogo(world), recipe: { type: 'variant', format: 'png' } },
    }),
  },
  'PATCH /v1/retention': {
    records: ['retention.changed'],
    ask: async () => ({ url: '/v1/retention', payload: { renderDays: 3650 } }),
  },
  'POST /v1/webhooks': {
    records: ['webhook.created'],
    ask: async () => ({ url: '/v1/webhooks', payload: { url: HOOK, description: TEXT } }),
  },
  'PATCH /v1/webhooks/{webhookId}': {
    records: ['webhook.changed'],
    ask: async (world) => ({ url: await newHook(world), payload: { description: TEXT } }),
  },
  'DELETE /v1/webhooks/{webhookId}': {
    records: ['webhook.deleted'],
    ask: async (world) => ({ url: await newHook(world) }),
  },
  'POST /v1/webhooks/{webhookId}/rotate-secret': {
    records: ['webhook.secret-rotated'],
    ask: async (world) => ({ url: `${await newHook(world)}/rotate-secret` }),
  },
  'POST /v1/webhooks/{webhookId}/test': {
    records: ['webhook.tested'],
    ask: async (world) => ({ url: `${await newHook(world)}/test` }),
  },
  'POST /v1/webhooks/{webhookId}/replay': {
    records: ['webhook.replayed'],
    ask: async (world) => ({ url: `${await newHook(world)}/replay`, payload: { since: '2026-01-01T00:00:00Z' } }),
  },
  'POST /v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay': {
    records: ['webhook-delivery.replayed'],
    ask: async (world) => {
      const { id } = await newEndpoint(world, HOOK);
      const test = await callWebhooks(world, 'POST', `/${id}/test`);
      return { url: `/v1/webhooks/${id}/deliveries/${test.json().id}/replay` };
    },
  },
  // The last one: after it there is no key that lets in.
  'DELETE /v1/tenant': {
    records: ['tenant.erasure-begun'],
    ask: async ({ tenantId }) => ({ url: `/v1/tenant?confirm=${tenantId}` }),
  },
};

let svgs = 0;

function newSvg() {
  svgs += 1;
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 ${svgs}h20z"/></svg>`);
}

function announcement(bytes: Buffer) {
  return { bytes: bytes.length, sha256: sha256(bytes), name: TEXT };
}

async function post({ app, headers }: World, url: string, payload?: object) {
  const answer = await app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });
  assert.ok(answer.statusCode < 300, `${url}: ${answer.body}`);
  return answer.json();
}

async function newKey(world: World): Promise<string> {
  return `/v1/keys/${(await post(world, '/v1/keys', { name: TEXT })).id}`;
}

async function newHook(world: World): Promise<string> {
  return `/v1/webhooks/${(await newEndpoint(world, HOOK)).id}`;
}

async function sentUpload(world: World): Promise<string> {
  const payload = newSvg();
  const { id, request } = await post(world, '/v1/logos/uploads', announcement(payload));
  const { statusCode } = await world.app.inject({ method: 'PUT', url: request.url, payload });
  assert.equal(statusCode, 204);
  return id;
}

function kitOf(logoId: string) {
  return { logoId, recipe: { type: 'kit', name: TEXT } };
}

async function newRender(world: World): Promise<string> {
  return `/v1/renders/${(await post(world, '/v1/renders', kitOf(await newLogo(world)))).id}`;
}

async function canceledRender(world: World): Promise<string> {
  const url = await newRender(world);
  await post(world, `${url}/cancel`);
  return url;
}
