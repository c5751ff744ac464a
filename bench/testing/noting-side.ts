import { appendFile } from 'node:fs/promises';
import Type from 'typebox';
import Value from 'typebox/value';
import type { Make } from '../harness/job.ts';

const Options = Type.Object({ name: Type.String(), log: Type.String() });

/** A side for tests: it notes in a log which process was asked for what, and its only file is the input's bytes. */
export async function open(options: unknown): Promise<Make> {
  const { name, log } = Value.Parse(Options, options);
  return async (input) => {
    await appendFile(log, `${name} ${process.pid} ${input.name}\n`);
    return [{ name: 'folder/file.png', bytes: input.sources[0]?.bytes ?? Buffer.alloc(0) }];
  };
}
