import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusedUploads } from '../parts/refused-uploads.ts';
import { noSite, startSite } from '../parts/site.ts';
import { steadyLoad } from '../parts/steady-load.ts';
import type { Scenario } from '../scenario.ts';

// biome-ignore lint/style/noProcessEnv: where nothing may be left out, is told here
const { CI } = process.env;

/** What mounts need to come before them here; undefined where nothing may be mounted. */
const AS_ROOT =
  process.getuid?.() === 0 ? [] : spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;

/** The disk that the objects are on has no room, and then has some again. */
export const diskFull: Scenario = {
  name: 'disk-full',
  skip:
    (AS_ROOT !== undefined && process.platform === 'linux') || CI === 'true'
      ? noSite
      : 'it takes root to mount a small disk',
  async run({ thorough, redisDatabase }) {
    await using disk = await smallDisk();
    await using site = await startSite({ redisDatabase, env: { OBJECT_FOLDER: join(disk.path, 'objects') } });
    const complaints: string[] = [];
    const load = await steadyLoad(site);
    const times = thorough ? 5 : 1;
    for (let time = 0; time < times; time += 1) {
      await sleep(2000);
      await fill(disk.path);
      complaints.push(...(await refusedUploads(site)));
      await sleep(3000);
      await rm(join(disk.path, 'ballast'));
    }
    await sleep(1000);
    await load.stop();
    const findings = await site.ledger.check();
    complaints.push(...halfFiles(disk.path));
    return { ...findings, broken: `${times} times no room`, complaints: [...findings.complaints, ...complaints] };
  },
};

/** A disk of a few megabytes in memory. */
async function smallDisk(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'logomorph-disk-'));
  mounting('mount', '-t', 'tmpfs', '-o', 'size=16m,mode=777', 'tmpfs', path);
  return {
    path,
    async [Symbol.asyncDispose]() {
      mounting('umount', '--lazy', path);
      await rm(path, { recursive: true });
    },
  };
}

function mounting(...command: string[]): void {
  const [program = '', ...args] = [...(AS_ROOT ?? []), ...command];
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
}

/** Takes all the room that is left. */
async function fill(path: string): Promise<void> {
  const file = await open(join(path, 'ballast'), 'w');
  const bytes = Buffer.alloc(4096, 1);
  try {
    for (;;) await file.write(bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    await file.close();
  }
}

/** Files that were begun and not ended have a name of their own until they are whole. */
function halfFiles(path: string): string[] {
  return globSync(`${path}/**/*.????????-????-????-????-????????????`).map((file) => `${file} was left half`);
}
