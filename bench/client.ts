import Type, { type TSchema } from 'typebox';
import Value from 'typebox/value';

const Created = Type.Object({ id: Type.String() });

/** The little of the API that a benchmark needs. */
export function apiClient(url: string, key: string) {
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${key}`);
    const answer = await fetch(url + path, { ...init, headers });
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const parse = async <T extends TSchema>(schema: T, answer: Response) => Value.Parse(schema, await answer.json());

  return {
    async upload(bytes: Buffer<ArrayBuffer>): Promise<string> {
      return (await parse(Created, await call('/v1/logos', { method: 'POST', body: bytes }))).id;
    },

    async submit(logoId: string, recipe: object): Promise<string> {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ logoId, recipe });
      return (await parse(Created, await call('/v1/renders', { method: 'POST', headers, body }))).id;
    },

    /** Follows a render to its end and fetches its first file. Rejects when it fails. */
    async firstByte(renderId: string): Promise<void> {
      const events = await (await call(`/v1/renders/${renderId}/events`)).text();
      const [, url] = /^event: output\ndata: .*?"url":"([^"]+)"/m.exec(events) ?? [];
      if (url === undefined || !/^event: succeeded$/m.test(events)) {
        throw new Error(`render ${renderId} has not succeeded: ${events}`);
      }
      const reader = (await call(url)).body?.getReader();
      await reader?.read();
      await reader?.cancel();
    },
  };
}

export type ApiClient = ReturnType<typeof apiClient>;
