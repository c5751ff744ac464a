import Type from 'typebox';
import Value from 'typebox/value';
import { request } from 'undici';

const Created = Type.Object({ id: Type.String() });

interface Call {
  method?: 'POST';
  headers?: Record<string, string>;
  body?: Buffer | string;
}

/** The little of the API that a benchmark needs, without `fetch`, which takes more of the core that is measured on. */
export function apiClient(url: string, key: string) {
  const call = async (path: string, { headers = {}, ...options }: Call = {}) => {
    const answer = await request(url + path, { ...options, headers: { ...headers, authorization: `Bearer ${key}` } });
    if (answer.statusCode < 300) return answer.body;
    throw new Error(`${path} was answered with ${answer.statusCode}: ${await answer.body.text()}`);
  };
  const create = async (path: string, options: Call) =>
    Value.Parse(Created, await (await call(path, { ...options, method: 'POST' })).json()).id;

  return {
    upload: (bytes: Buffer<ArrayBuffer>): Promise<string> => create('/v1/logos', { body: bytes }),

    submit: (logoId: string, recipe: object): Promise<string> =>
      create('/v1/renders', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ logoId, recipe }),
      }),

    /** Follows a render to its end and fetches its first file. Rejects when it fails. */
    async firstFile(renderId: string): Promise<void> {
      const events = await (await call(`/v1/renders/${renderId}/events`)).text();
      const [, path] = /^event: output\ndata: .*?"url":"([^"]+)"/m.exec(events) ?? [];
      if (path === undefined || !/^event: succeeded$/m.test(events)) {
        throw new Error(`render ${renderId} has not succeeded: ${events}`);
      }
      await (await call(path)).bytes();
    },
  };
}

export type ApiClient = ReturnType<typeof apiClient>;
