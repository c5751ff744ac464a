import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Input, StoredInput } from './job.ts';

/** Writes inputs where the processes of the sides can read them. */
export async function writeInputs(inputs: readonly Input[], folder: string): Promise<StoredInput[]> {
  await mkdir(folder, { recursive: true });
  const stored: StoredInput[] = [];
  for (const { name, sources } of inputs) {
    const written = sources.map(async ({ format, bytes }, at) => {
      const path = join(folder, `${name}-${at}.${format}`);
      await writeFile(path, bytes);
      return { format, path };
    });
    stored.push({ name, sources: await Promise.all(written) });
  }
  return stored;
}

export async function readInputs(stored: readonly StoredInput[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const { name, sources } of stored) {
    const read = sources.map(async ({ format, path }) => ({ format, bytes: await readFile(path) }));
    inputs.push({ name, sources: await Promise.all(read) });
  }
  return inputs;
}
