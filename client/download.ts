import type { RenderOutput } from './api-types.ts';
import { sha256 } from './digest.ts';
import { type Connection, send } from './send.ts';

/**
 * The bytes of a file that a render made, which are the ones that it made: their SHA-256 is checked.
 *
 * @throws LogoMorphError
 */
export async function download(
  connection: Connection,
  output: Pick<RenderOutput, 'name' | 'url' | 'sha256'>,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const read = async (response: Response) => new Uint8Array(await response.arrayBuffer());
  const bytes = await send(connection, output.url, { method: 'GET', signal, read });
  if ((await sha256(bytes)) !== output.sha256)
    throw new Error(`${output.name} has not the bytes that it was made with`);
  return bytes;
}
