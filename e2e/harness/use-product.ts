import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { type ApiClient, apiClient } from './client.ts';
import { newDataFolder, type Product, startProduct } from './product.ts';
import type { Profile } from './profiles.ts';

interface RunningProduct {
  api: ApiClient;
  product: Product;
  /** What the profile has set. */
  env: Record<string, string>;
}

/** Starts the product before the tests of the group that this is called in, and stops it after them. */
export function useProduct(profile: Profile): () => RunningProduct {
  let running: RunningProduct | undefined;
  let folder: Awaited<ReturnType<typeof newDataFolder>> | undefined;
  before(async () => {
    folder = await newDataFolder();
    const env = await profile.environment();
    const product = await startProduct(folder.path, env);
    running = { api: apiClient(product.baseUrl, product.key ?? ''), product, env };
  });
  after(async () => {
    assert.equal(await running?.product.stop(), 0);
    await folder?.[Symbol.asyncDispose]();
  });
  return () => running ?? assert.fail('the product is not started');
}
