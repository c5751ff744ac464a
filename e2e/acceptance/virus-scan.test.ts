import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { startClamd, TEST_VIRUS } from '../harness/clamd.ts';
import { apiClient } from '../harness/client.ts';
import { freePort } from '../harness/listen.ts';
import { newDataFolder, startProduct } from '../harness/product.ts';
import { skipWithout } from '../harness/programs.ts';

const skip = skipWithout(['clamd'], 'no real virus scanner is tried');
const svg = (text: string) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><!-- ${text} --><path d="M2 2h20v20H2z"/></svg>`,
  );

test('what a real scanner finds is refused, and what comes while it is down is made when it is back', {
  skip,
}, async () => {
  await using folder = await newDataFolder();
  const port = await freePort();
  const clamdFolder = join(folder.path, 'clamd');
  await using product = await startProduct(join(folder.path, 'data'), {
    CLAMAV_HOST: '127.0.0.1',
    CLAMAV_PORT: String(port),
  });
  const api = apiClient(product.baseUrl, product.key ?? '');
  const infected = { status: 422, code: 'logo-infected' };

  // It is not started yet.
  const held = [await api.upload(svg('good')), await api.upload(svg(`held with ${TEST_VIRUS}`))];
  const renders = await Promise.all(held.map((logoId) => api.renderOf(logoId, { type: 'palette' })));
  {
    await using _clamd = await startClamd(clamdFolder, port);
    const [good, bad] = await Promise.all(renders.map(({ id }) => api.client.waitFor(id)));
    assert.equal(good?.state, 'succeeded');
    assert.deepEqual([bad?.state, bad?.error?.type], ['failed', 'urn:logomorph:problem:logo-infected']);
    const logoId = held[1] ?? '';
    await assert.rejects(api.client.call('get', '/v1/logos/{logoId}', { path: { logoId } }), infected);
    await assert.rejects(api.upload(svg(TEST_VIRUS)), infected);
    await api.made({ logoId: await api.upload(svg('another')), recipe: { type: 'palette' } });
  }
  assert.equal((await api.raw('/health/ready')).status, 200, 'without its scanner it is ready');
  assert.equal(await product.stop(), 0);
});
