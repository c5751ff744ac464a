import type { TestApp } from './app.ts';

/** What a tenant's administrator does, with the key that a test app has. */
export function keysOf({ app, headers }: Pick<TestApp, 'app' | 'headers'>) {
  const call = (method: 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
    app.inject({ method, url: `/v1/keys${path}`, headers, ...(payload && { payload }) });
  return {
    create: (payload: object) => call('POST', '', payload),
    rename: (id: string, name: string) => call('PATCH', `/${id}`, { name }),
    rotate: (id: string, payload: object = {}) => call('POST', `/${id}/rotate`, payload),
    revoke: (id: string) => call('DELETE', `/${id}`),
    read: (id: string) => app.inject({ url: `/v1/keys/${id}`, headers }),
    list: async () => (await app.inject({ url: '/v1/keys', headers })).json().items,
    statusWith: async (key: string, url = '/v1/renders') =>
      (await app.inject({ url, headers: { authorization: `Bearer ${key}` } })).statusCode,
  };
}
