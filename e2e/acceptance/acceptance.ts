import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { apiClient } from '../harness/client.ts';
import { LOGOS } from '../harness/logos.ts';
import type { Profile } from '../harness/profiles.ts';
import { useProduct } from '../harness/use-product.ts';

const KIT_FILES = [
  'README.md',
  'SHA256SUMS',
  'apple-touch-icon.png',
  'favicon.ico',
  'icon-192.png',
  'icon-512.png',
  'icon-maskable-512.png',
  'icon-monochrome-512.png',
  'kit.json',
  'site.webmanifest',
  'snippet.html',
  'social-card.png',
];

/** What a client may rely on, whatever the product runs on. */
export function acceptance(profile: Profile): void {
  describe(`a client of the product (${profile.name})`, { skip: profile.skip }, () => {
    const run = useProduct(profile);

    for (const [name, make] of Object.entries(LOGOS)) {
      test(`gets a kit of ${name}`, async () => {
        const { api } = run();
        const render = await api.renderOf(await api.upload(await make()), { type: 'kit', name: 'Acme & Söhne' });
        const events = await api.follow(render.id);
        const done = await api.read(render.id);
        assert.equal(done.state, 'succeeded', JSON.stringify(done.error));
        const expected = name.includes('SVG') ? [...KIT_FILES, 'icon.svg'].sort() : KIT_FILES;
        const names = done.outputs.map((output) => output.name);
        assert.deepEqual(names.filter((file) => file !== 'kit.zip').sort(), expected);
        assert.deepEqual(
          events.map(({ type }) => type),
          ['queued', 'started', ...names.map(() => 'output'), 'succeeded'],
        );
        assert.deepEqual(
          events.map(({ seq }) => seq),
          events.map((_, index) => index + 1),
        );

        const zip = done.outputs.find((output) => output.name === 'kit.zip');
        const inZip = unzipSync(await api.download(zip));
        for (const output of done.outputs) {
          const bytes = await api.download(output);
          assert.equal(hash('sha256', bytes), output.sha256, output.name);
          if (output !== zip) assert.deepEqual(Buffer.from(inZip[output.name] ?? []), bytes, output.name);
          if (output.mediaType === 'image/png') assert.equal((await sharp(bytes).metadata()).width, output.width);
        }
        assert.deepEqual(Object.keys(inZip).sort(), expected);
      });
    }

    test('gets a variant in the size and format asked for', async () => {
      const { api } = run();
      const logoId = await api.upload(await LOGOS['a PNG of 2048 pixels']());
      const recipe = { type: 'variant', format: 'webp', width: 128 } as const;
      const [output] = (await api.made({ logoId, recipe })).outputs;
      const { format, width, height } = await sharp(await api.download(output)).metadata();
      assert.deepEqual({ format, width, height }, { format: 'webp', width: 128, height: 128 });
    });

    test('sends a large logo to the object store by itself, and no bytes twice', async () => {
      const { client } = run().api;
      const bytes = await LOGOS['an AVIF']();
      const logo = await client.upload(bytes, { directFrom: 1, name: 'Acme' });
      assert.deepEqual({ ...logo, createdAt: '' }, { ...logo, createdAt: '', format: 'avif', name: 'Acme' });
      assert.equal((await client.upload(bytes)).id, logo.id);
      const { items } = await client.call('get', '/v1/logos', { query: { sha256: logo.sha256 } });
      assert.deepEqual(items, [logo]);
    });

    test('is told why a picture cannot be rendered', async () => {
      const { api } = run();
      const bytes = Buffer.from(await LOGOS['a grayscale PNG']());
      // Whole as far as its structure says, and broken inside.
      bytes.fill(0xff, 60, 400);
      const { id } = await api.renderOf(await api.upload(bytes), { type: 'kit' });
      assert.equal((await api.follow(id)).at(-1)?.type, 'failed');
      const { error, outputs } = await api.read(id);
      assert.equal(error?.type, 'urn:logomorph:problem:unreadable-logo');
      assert.deepEqual(outputs, []);
    });

    test('fetches what it has not got, and no more', async () => {
      const { api } = run();
      const logoId = await api.upload(await LOGOS['an SVG icon']());
      const { id, outputs } = await api.made({ logoId, recipe: { type: 'kit' } });
      const url = outputs.find(({ name }) => name === 'icon.svg')?.url ?? '';
      const first = await api.raw(url);
      const etag = first.headers.get('etag') ?? '';
      assert.match(first.headers.get('content-security-policy') ?? '', /sandbox/);
      const again = await api.raw(url, { headers: { 'if-none-match': etag } });
      assert.equal(again.status, 304);
      assert.equal(again.headers.get('content-type'), null);
      assert.equal(again.headers.get('content-length'), null);
      assert.equal((await api.raw(`/v1/renders/${id}/outputs/..%2F..%2Fsecret`)).status, 404);
    });

    test('gets a picture by an address without a key, rendered when it is asked for first', async () => {
      const { api, product } = run();
      const logoId = await api.upload(await LOGOS['a PNG of 2048 pixels']());
      const query = { transforms: true, logoId };
      const renders = () => Array.fromAsync(api.list('/v1/renders', { query }), ({ state }) => state);
      const recipe = { type: 'variant', format: 'webp', width: 96 } as const;
      const { url } = await api.call('post', '/v1/transforms', { body: { logoId, recipe } });
      assert.deepEqual(await renders(), []);
      const get = (headers: Record<string, string> = {}) => fetch(`${product.baseUrl}${url}`, { headers });
      const first = await get();
      assert.equal(first.status, 200, await first.clone().text());
      const bytes = Buffer.from(await first.arrayBuffer());
      const { format, width, height } = await sharp(bytes).metadata();
      assert.deepEqual({ format, width, height }, { format: 'webp', width: 96, height: 96 });
      assert.match(first.headers.get('cache-control') ?? '', /^public, max-age=\d+, immutable$/);

      assert.deepEqual(Buffer.from(await (await get()).arrayBuffer()), bytes);
      assert.equal((await get({ 'if-none-match': first.headers.get('etag') ?? '' })).status, 304);
      const part = await get({ range: 'bytes=0-3' });
      assert.deepEqual([part.status, await part.text()], [206, 'RIFF']);
      assert.deepEqual(await renders(), ['succeeded']);

      await api.call('delete', '/v1/logos/{logoId}', { path: { logoId } });
      assert.equal((await get()).status, 404);
      assert.deepEqual(await renders(), []);
    });

    test('finds probes, metrics and the description', async () => {
      const { api, product } = run();
      const ready = await api.raw('/health/ready');
      assert.equal(ready.status, 200, await ready.text());
      assert.match(
        await (await fetch(`${product.baseUrl}/metrics`)).text(),
        /logomorph_jobs_created_total\{type="kit"\} \d/,
      );
      assert.match(await (await api.raw('/api-docs/json')).text(), /^\{"openapi":"3\.1/);
      assert.match(await (await fetch(`${product.baseUrl}/api-docs/`)).text(), /<html/);
    });

    test('makes, uses, rotates and revokes keys', async () => {
      const { api, product } = run();
      const using = ({ key }: { key: string }) => apiClient(product.baseUrl, key);
      const first = await api.call('post', '/v1/keys', { body: { name: 'ci', scopes: ['read'] } });
      await using(first).call('get', '/v1/renders');
      await assert.rejects(using(first).upload(Buffer.from('x')), { code: 'insufficient-scope', status: 403 });
      const path = { keyId: first.id };
      const second = await api.call('post', '/v1/keys/{keyId}/rotate', { path, body: { overlapSeconds: 0 } });
      await assert.rejects(using(first).call('get', '/v1/renders'), { status: 401 });
      await using(second).call('get', '/v1/renders');
      await api.call('delete', '/v1/keys/{keyId}', { path: { keyId: second.id } });
      await assert.rejects(using(second).call('get', '/v1/renders'), { status: 401 });
    });
  });
}
