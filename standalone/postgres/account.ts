import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { StartError } from '../start-error.ts';

/** As whom Postgres runs, and the command that gets it there when a plain change of user is not enough. */
export interface Account {
  uid?: number;
  gid?: number;
  prefix: readonly string[];
}

/** Programs of Postgres get this and nothing else, so that no PG… variable of the caller changes what they do. */
export const POSTGRES_ENVIRONMENT = { PATH: '/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };

/** macOS numbers its user nobody −2, Linux 65534. */
const NOBODY = process.platform === 'darwin' ? -2 : 65534;

/**
 * Chooses the account that Postgres runs under. Postgres refuses root; so for root it is the user who owns
 * one of the folders already, or else nobody.
 * @param folders the data folder of Postgres and those around it, innermost first; they may not exist yet
 */
export function chooseAccount(folders: readonly string[], program: string): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const place = folders.at(-1) ?? '/';
  const account = [...ownersOf(folders), { uid: NOBODY, gid: NOBODY }]
    .flatMap((owner) => [{ ...owner, prefix: [] }, readingAs(owner)])
    .find((candidate) => canRun(candidate, place, program));
  if (account) return account;
  throw new StartError(
    `Postgres does not run as root, and no other user may enter ${place} and the project's folder: ` +
      'start as an ordinary user, or set DATABASE_URL to a Postgres of your own',
  );
}

/** Hands a file or folder to the account. */
export function giveTo(account: Account, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid >>> 0, account.gid >>> 0);
}

/** The user and group to spawn a command with that goes through the account's prefix. */
export function spawnIds({ uid, gid, prefix }: Account): { uid?: number; gid?: number } {
  return prefix.length === 0 && uid !== undefined && gid !== undefined ? { uid, gid } : {};
}

function ownersOf(folders: readonly string[]): { uid: number; gid: number }[] {
  return folders.flatMap((folder) => {
    const stat = statSync(folder, { throwIfNoEntry: false });
    return stat && stat.uid !== 0 ? [{ uid: stat.uid, gid: stat.gid }] : [];
  });
}

/**
 * The same user with one right of root kept, and no other: to enter and read any folder. It is needed where
 * the project lies in a folder that is closed to others, such as /root.
 */
function readingAs({ uid, gid }: { uid: number; gid: number }): Account & { uid: number; gid: number } {
  const only = '-all,+dac_read_search';
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--no-new-privs'];
  const rights = [`--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`];
  // Postgres asks access(2) about its programs, which leaves out the rights of users other than root unless told so.
  return { uid, gid, prefix: ['setpriv', ...ids, ...rights, '--securebits=+no_setuid_fixup'] };
}

/** Tries it: the user needs a name (initdb asks for it), must reach the folder, and be able to start the program. */
function canRun(account: Account, folder: string, program: string): boolean {
  const script = 'id -un && cd "$1" && test -x "$2" && exec "$2" --version';
  const [command = '', ...args] = [...account.prefix, 'sh', '-c', script, 'sh', folder, program];
  const { status } = spawnSync(command, args, {
    ...spawnIds(account),
    cwd: '/',
    env: POSTGRES_ENVIRONMENT,
    stdio: 'ignore',
  });
  return status === 0;
}
