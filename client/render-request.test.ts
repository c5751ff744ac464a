import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './create-client.ts';
import type { RenderRequest } from './render-request.ts';
import { json, serve } from './testing/serve.ts';

test('a render is asked for with one logo or with many', async (t) => {
  const { baseUrl, received } = await serve(t, (_, response) => json(response, { id: 'r' }, 202));
  const client = createClient({ baseUrl, apiKey: 'k' });
  const recipe = { type: 'kit' } as const;
  const bodies: RenderRequest[] = [
    { logoId: 'a', recipe },
    { logoIds: ['a', 'b'], recipe, priority: 'low' },
    // @ts-expect-error: one of them
    { logoId: 'a', logoIds: ['a', 'b'], recipe },
    // @ts-expect-error: of which there must be one
    { recipe },
  ];
  for (const body of bodies) await client.render(body);
  assert.deepEqual(
    received.map(({ body }) => JSON.parse(String(body))),
    bodies,
  );
});
