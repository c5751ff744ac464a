import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf, isAlive } from './process-info.ts';
import { codeOf, messageOf, StartError } from './start-error.ts';

/**
 * Takes the data folder for this process, and makes it when it is missing. Two starts on one folder would
 * stop each other's database.
 * @throws StartError when the folder cannot be written to, or another start that still runs has it
 */
export async function lockDataFolder(folder: string): Promise<AsyncDisposable> {
  const file = join(folder, 'start.lock');
  const holder = await readHolder(file);
  if (holder !== undefined) {
    throw new StartError(
      `${folder} is in use by process ${holder}: stop that one, or set LOGOMORPH_DATA to another folder`,
    );
  }
  try {
    await mkdir(folder, { recursive: true });
    await rm(file, { force: true });
    await writeFile(file, `${process.pid}\n${commandOf(process.pid)}\n`, { flag: 'wx' });
  } catch (cause) {
    throw new StartError(`LOGOMORPH_DATA: the data folder cannot be written to: ${messageOf(cause)}`, { cause });
  }
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}

/** The process that holds the lock. One that was killed left the file; its number may be another program's by now. */
async function readHolder(file: string): Promise<number | undefined> {
  const [number = '', command = ''] = (await read(file)).split('\n');
  const pid = Number.parseInt(number, 10);
  return pid > 0 && pid !== process.pid && isAlive(pid) && commandOf(pid) === command ? pid : undefined;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return '';
    throw new StartError(`LOGOMORPH_DATA: the data folder cannot be read: ${messageOf(cause)}`, { cause });
  }
}
