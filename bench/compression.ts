import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { layGround, listening } from './api/service.ts';
import { apiClient } from './client.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { type Row, table } from './harness/table.ts';

// How many bytes lists have on their way: as they are, and compressed. The renders are real ones, each with its file.
const COUNTS = [1, 10, 100];
const { core } = await benchOptions({});

await withFolder(async (folder) => {
  await using ground = await layGround(folder);
  await using service = await listening('../../service/main.ts', ground.env, core);
  await using _worker = await listening('../../worker/main.ts', ground.env, core + 1);
  const api = apiClient(service.url, ground.key);
  const renders: string[] = [];
  for (let at = 1; at <= Math.max(...COUNTS); at += 1) {
    const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99"><circle cx="9" cy="9" r="${at}"/></svg>`;
    const logoId = await api.upload(Buffer.from(logo));
    renders.push(await api.submit(logoId, completeRecipe('variant', { format: 'webp', width: 100 + at })));
  }
  for (const id of renders) await api.firstFile(id);
  const rows: Row[] = [];
  for (const list of ['/v1/renders', '/v1/logos']) {
    for (const count of COUNTS)
      rows.push(await measure(`${service.url}${list}?limit=${count}`, ground.key, list, count));
  }
  console.log(`bytes of bodies\n\n${table(rows)}`);
});

async function measure(url: string, key: string, list: string, items: number): Promise<Row> {
  const identity = await bytesOf(url, key, 'identity');
  const gzip = await bytesOf(url, key, 'gzip');
  const br = await bytesOf(url, key, 'br');
  const fewer = (bytes: number) => `${(100 - (100 * bytes) / identity).toFixed(0)} %`;
  return {
    list,
    items: String(items),
    identity: String(identity),
    gzip: String(gzip),
    br: String(br),
    'gzip fewer': fewer(gzip),
    'br fewer': fewer(br),
  };
}

/** The bytes of an answer as they come, which `fetch` does not tell of. */
async function bytesOf(url: string, key: string, encoding: string): Promise<number> {
  const request = get(url, { headers: { authorization: `Bearer ${key}`, 'accept-encoding': encoding } });
  const [answer]: IncomingMessage[] = await once(request, 'response');
  if (answer?.statusCode !== 200) throw new Error(`${url} was answered with ${answer?.statusCode}`);
  let bytes = 0;
  for await (const chunk of answer) bytes += Buffer.byteLength(chunk);
  return bytes;
}
