import {
  createClient,
  type RecipeRequest,
  type Render,
  type RenderOutput,
  type RenderRequest,
} from '../../client/index.ts';

/** The client as users have it, and what the tests do again and again. */
export function apiClient(baseUrl: string, key: string) {
  // The tests that break the product ask while it starts again.
  const client = createClient({ baseUrl, apiKey: key, retries: 15 });
  const within = (seconds: number) => AbortSignal.timeout(seconds * 1000);
  return {
    ...client,
    client,

    /** A request as it is: for its headers, or for what is to be refused. */
    raw(path: string, init: RequestInit = {}): Promise<Response> {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${key}`);
      return fetch(baseUrl + path, { ...init, headers });
    },

    /** Brings a logo to the API, and gives its id. */
    async upload(bytes: Uint8Array): Promise<string> {
      return (await client.upload(bytes)).id;
    },

    renderOf: (logoId: string, recipe: RecipeRequest): Promise<Render> => client.render({ logoId, recipe }),

    read: (renderId: string): Promise<Render> => client.call('get', '/v1/renders/{renderId}', { path: { renderId } }),

    /** Follows a render to its end, and gives its events. */
    follow: (renderId: string, seconds = 60) => Array.fromAsync(client.events(renderId, { signal: within(seconds) })),

    /** Asks for a render, and gives it as it is at its end. */
    async made(request: RenderRequest): Promise<Render> {
      const { id } = await client.render(request);
      return client.waitFor(id, { signal: within(60) });
    },

    async download(output: RenderOutput | undefined): Promise<Buffer<ArrayBuffer>> {
      if (output === undefined) throw new Error('there is no such file');
      return Buffer.from(await client.download(output));
    },
  };
}

export type ApiClient = ReturnType<typeof apiClient>;
