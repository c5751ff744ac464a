import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { Logo } from '@logomorph/contract/logo.ts';
import { restrictLibvips } from '@logomorph/worker/renderer/loaders.ts';
import Value from 'typebox/value';
import { answerUsage, listen } from '../harness/server-side.ts';
import { readRecipe, renderFiles } from './renderer.ts';

// The least of a server around the renderer. A request is
// `/<width>/<format>/<quality>/<file of the folder>`.
restrictLibvips();
const folder = process.argv[2] ?? '';
const server = createServer((request, response) => {
  answer(request.url ?? '').then(
    (bytes) => response.end(bytes),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
await listen(server);
answerUsage();

async function answer(path: string): Promise<Buffer> {
  const [, width, format, quality, name = ''] = path.split('/');
  const fields = { format, width: Number(width), height: Number(width), quality: Number(quality) };
  const source = {
    format: Value.Parse(Logo.properties.format, name.split('.').at(-1)),
    bytes: await readFile(join(folder, basename(name))),
  };
  const [file] = await renderFiles([source], readRecipe({ type: 'variant', ...fields }));
  if (!file) throw new Error('There is no file');
  return file.bytes;
}
