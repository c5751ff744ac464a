import { basename } from 'node:path';
import { type Client, createClient, LogoMorphError, type Render, type RenderEvent } from './client.ts';
import { type Staging, stageFiles } from './place-files.ts';
import type { Progress } from './progress.ts';
import { readNamedFile } from './read-named-file.ts';
import type { MakeRequest } from './request.ts';
import { tellWaits } from './tell-waits.ts';

/** How long who gives up waits for the API: to say which render it was, and then to cancel it. */
const CANCEL_MILLISECONDS = 5000;

/** A logo as it was read. */
interface LogoFile {
  path: string;
  bytes: Buffer<ArrayBuffer>;
}

/** Reads the logos of which something is to be made. */
export async function readLogos({ logos }: Pick<MakeRequest, 'logos'>): Promise<LogoFile[]> {
  return Promise.all(logos.map(async (path) => ({ path, bytes: await readNamedFile(path) })));
}

/** Has something made of logos, and writes its files; an abort cancels the render, and leaves no file. */
export async function make(
  request: Omit<MakeRequest, 'logos'>,
  logos: readonly LogoFile[],
  shown: Progress,
  signal: AbortSignal,
): Promise<string[]> {
  const { progress, fetch } = tellWaits(shown);
  const client = createClient({ baseUrl: request.api, apiKey: request.key, fetch });
  // First, since a render that cannot be written is counted all the same.
  await using staging = await stageFiles(request.out);
  const logoIds: string[] = [];
  for (const { path, bytes } of logos) {
    progress.show(`sending ${basename(path)}`);
    logoIds.push((await client.upload(bytes, { signal })).id);
  }
  const [logoId = '', toLogoId] = logoIds;
  const { recipe, metadata } = request;
  const wish = {
    logoId,
    ...(toLogoId === undefined ? {} : { toLogoId }),
    recipe,
    // An API of before this does not know of it.
    ...(metadata === undefined ? {} : { metadata }),
  };
  progress.show(`asking for a ${recipe.type}`);
  const render = await finished(client, wish, progress, signal);
  for (const warning of render.warnings) progress.note(`note: ${warning}`);
  await fetchFiles(client, render, staging, progress, signal);
  signal.throwIfAborted();
  // Awaited here: the staging goes with the end of this function.
  return await staging.place();
}

async function finished(
  client: Client,
  wish: Parameters<Client['render']>[0],
  progress: Progress,
  signal: AbortSignal,
): Promise<Render> {
  signal.throwIfAborted();
  // Not ended at once: it is done, or not, and only the answer says which render there is to cancel.
  const { id } = await client.render(wish, { signal: soonAfter(signal) });
  const onEvent = (event: RenderEvent) => progress.show(textOf(event));
  const render = await client.waitFor(id, { signal, onEvent }).catch(async (error: unknown) => {
    if (signal.aborted) await cancel(client, id);
    throw error;
  });
  if (render.state === 'succeeded') return render;
  throw render.error === undefined ? new Error(`the render was ${render.state}`) : new LogoMorphError(render.error);
}

/** A signal that aborts a while after another. */
function soonAfter(signal: AbortSignal): AbortSignal {
  const after = new AbortController();
  const abort = () => setTimeout(() => after.abort(signal.reason), CANCEL_MILLISECONDS).unref();
  signal.addEventListener('abort', abort, { once: true });
  return after.signal;
}

async function cancel(client: Client, renderId: string): Promise<void> {
  const signal = AbortSignal.timeout(CANCEL_MILLISECONDS);
  // It may have finished in between, and who gives up is not told of anything else either.
  await client.call('post', '/v1/renders/{renderId}/cancel', { path: { renderId }, signal }).catch(() => {});
}

async function fetchFiles(
  client: Client,
  { outputs }: Render,
  staging: Staging,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  for (const [done, output] of outputs.entries()) {
    progress.show(`fetching ${output.name}`, done, outputs.length);
    await staging.add(output.name, await client.download(output, { signal }));
  }
}

function textOf(event: RenderEvent): string {
  if (event.type === 'output') return `made ${event.data.name}`;
  return event.type === 'queued' ? 'waiting for its turn' : event.type;
}
