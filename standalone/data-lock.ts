import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '@logomorph/core/error-code.ts';
import { makeFolders } from '@logomorph/core/make-folders.ts';
import { commandOf, isAlive } from './process-info.ts';
import { messageOf, StartError } from './start-error.ts';

/** A takeover is a matter of milliseconds; what is older was left by a start that was killed in it. */
const TAKEOVER_MILLISECONDS = 10_000;

/**
 * Takes the data folder for this process, and makes it when it is missing. Two starts on one folder would
 * stop each other's database.
 * @throws StartError when the folder cannot be written to, or another start that still runs has it
 */
export async function lockDataFolder(folder: string): Promise<AsyncDisposable> {
  const file = join(folder, 'start.lock');
  const mine = `${file}.${process.pid}-${randomUUID()}`;
  try {
    await makeFolders(folder);
    await writeFile(mine, `${process.pid}\n${commandOf(process.pid)}\n`, { flag: 'wx' });
  } catch (cause) {
    // Of a disk that is full it is there, and empty.
    await rm(mine, { force: true }).catch(() => {});
    throw new StartError(`LOGOMORPH_DATA: the data folder cannot be written to: ${messageOf(cause)}`, { cause });
  }
  try {
    if (!(await isDone(link(mine, file)))) await replaceStale(mine, file, folder);
  } finally {
    await rm(mine, { force: true });
  }
  return { [Symbol.asyncDispose]: () => rm(file, { force: true }) };
}

/** Puts our lock in place of one that a killed start left. A folder's name is the right to do so. */
async function replaceStale(mine: string, file: string, folder: string): Promise<void> {
  await refuseIfHeld(file, folder);
  const right = `${file}.takeover`;
  const left = await stat(right).catch(() => undefined);
  if (left !== undefined && Date.now() - left.mtimeMs > TAKEOVER_MILLISECONDS) await isDone(rmdir(right));
  if (!(await isDone(mkdir(right)))) throw new StartError(`${folder} is in use by another start`);
  try {
    await refuseIfHeld(file, folder);
    await rm(file, { force: true });
    if (await isDone(link(mine, file))) return;
    await refuseIfHeld(file, folder);
    throw new StartError(`${folder} is in use by another start`);
  } finally {
    await isDone(rmdir(right));
  }
}

/** Whether it was done, and not refused since another process was faster. */
async function isDone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST' || codeOf(cause) === 'ENOENT') return false;
    throw new StartError(`LOGOMORPH_DATA: the data folder cannot be written to: ${messageOf(cause)}`, { cause });
  }
}

async function refuseIfHeld(file: string, folder: string): Promise<void> {
  const holder = await readHolder(file);
  if (holder === undefined) return;
  throw new StartError(
    `${folder} is in use by process ${holder}: stop that one, or set LOGOMORPH_DATA to another folder`,
  );
}

/** The process that holds the lock. One that was killed left the file; its number may be another program's by now. */
async function readHolder(file: string): Promise<number | undefined> {
  const [number = '', ...command] = (await read(file)).trimEnd().split('\n');
  const pid = Number.parseInt(number, 10);
  return pid > 0 && pid !== process.pid && isAlive(pid) && commandOf(pid) === command.join('\n') ? pid : undefined;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return '';
    throw new StartError(`LOGOMORPH_DATA: the data folder cannot be read: ${messageOf(cause)}`, { cause });
  }
}
