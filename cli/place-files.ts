import { rmdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** Files that are written to a folder all together, or not at all. */
export interface Staging extends AsyncDisposable {
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Moves all files to their places, and gives their paths. */
  place(): Promise<string[]>;
}

/** Begins to write files to a folder. They are beside their places until all are whole, and gone if they never are. */
export async function stageFiles(folder: string): Promise<Staging> {
  // These go away again if nothing comes into them.
  const made = await makeFolder(folder);
  const root = await realpath(folder);
  const staging = await mkdtemp(join(root, '.logomorph-'));
  const names: string[] = [];
  let placed = false;
  const clear = () => {
    rmSync(staging, { recursive: true, force: true });
    if (!placed) for (const path of made) removeIfEmpty(path);
  };
  // A program that is ended before has no more time than for this.
  process.once('exit', clear);
  return {
    async add(name, bytes) {
      if (!isSafeName(name)) throw new Error(`The API named a file ${JSON.stringify(name)}, which is refused`);
      await writeFile(join(staging, String(names.length)), bytes);
      names.push(name);
    },
    async place() {
      for (const name of names) {
        const parent = dirname(join(root, name));
        made.unshift(...(await makeFolder(parent)));
        if ((await stat(join(root, name)).catch(() => undefined))?.isDirectory())
          throw new Error(`${name} is a folder`);
        // A link that is in the folder may lead out of it.
        if (!`${await realpath(parent)}${sep}`.startsWith(`${root}${sep}`))
          throw new Error(`${name} is not in ${folder}`);
      }
      for (const [n, name] of names.entries()) await rename(join(staging, String(n)), join(root, name));
      placed = true;
      return names.map((name) => join(folder, name));
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', clear);
      clear();
    },
  };
}

/** What others put into a folder meanwhile stays, with the folders it is in. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

/** Makes a folder, and gives those that were not there yet, the deepest first. */
async function makeFolder(folder: string): Promise<string[]> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return [];
  const top = await realpath(first);
  const made: string[] = [];
  for (let path = await realpath(folder); `${path}${sep}`.startsWith(`${top}${sep}`); path = dirname(path))
    made.push(path);
  return made;
}

/** Whether a name leads to a file below the folder it is for, on every system. */
export function isSafeName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (name.length > 200 || /[\\:\u0000-\u001f\u007f]/.test(name)) return false;
  return name
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !part.startsWith('.logomorph-'));
}
