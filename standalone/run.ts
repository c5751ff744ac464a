import { createFirstKey } from './create-key.ts';
import { lockDataFolder } from './data-lock.ts';
import { keepPostgres } from './database.ts';
import type { Program } from './program.ts';
import { keepSecretsKey } from './secrets-key.ts';
import type { Settings } from './settings.ts';
import type { StopRequest } from './stop-request.ts';
import { Supervisor } from './supervisor.ts';
import { keyLines, welcome } from './welcome.ts';

/** How a person at the terminal is told what happens. */
interface Voice {
  say(text: string): void;
  warn(line: string): void;
}

/**
 * Runs the product on this machine until it is asked to stop.
 * @returns the exit code: 0 after a stop, 1 when a program's start failed (it has said why), 130 when the
 * programs were ended at once
 */
export async function runProduct(settings: Settings, request: StopRequest, voice: Voice): Promise<number> {
  // What is taken here is given back in the opposite order, whatever happens: the database outlives the programs.
  await using _lock = await lockDataFolder(settings.dataFolder);
  await using database = settings.databaseUrl
    ? { url: settings.databaseUrl, [Symbol.asyncDispose]: async () => {} }
    : await keepPostgres(settings.dataFolder, voice.say);
  const secretsKey = settings.service.env.SECRETS_KEY || (await keepSecretsKey(settings.dataFolder));
  const supervisor = new Supervisor(voice.warn);
  await using _programs = { [Symbol.asyncDispose]: () => supervisor.stop(settings.drainSeconds) };
  let endedAtOnce = false;
  request.stopNow.then(() => {
    endedAtOnce = true;
    supervisor.kill();
  });

  const on = (program: Program) => ({ ...program, env: { ...program.env, DATABASE_URL: database.url } });
  const service = { ...settings.service, env: { ...settings.service.env, SECRETS_KEY: secretsKey } };
  const start = startAll({ ...settings, service }, supervisor, on, voice, request);
  const started = await Promise.race([start, request.stop]);
  if (started === 'failed' && !request.asked) return 1;
  await request.stop;
  voice.say('Stopping: work that is under way is finished first. Ctrl-C again ends it at once.');
  await supervisor.stop(settings.drainSeconds);
  // It may be making the first key, which nobody can be shown later.
  await Promise.race([start.catch(() => {}), request.stopNow]);
  return endedAtOnce ? 130 : 0;
}

async function startAll(
  settings: Settings,
  supervisor: Supervisor,
  on: (program: Program) => Program,
  voice: Voice,
  request: StopRequest,
): Promise<'failed' | 'started'> {
  // The service brings the database up to date, so it is first.
  const api = await supervisor.start(on(settings.service));
  if (api === undefined) return 'failed';
  const workers = await Promise.all(settings.workers.map((worker) => supervisor.start(on(worker))));
  if (workers.includes(undefined)) return 'failed';
  if (request.asked) return 'started';
  const key = await createFirstKey(settings.root, on(settings.service).env);
  if (!request.asked) voice.say(welcome({ api, dataFolder: settings.dataFolder, workers: workers.length, key }));
  else if (key !== undefined) voice.say(keyLines(key).join('\n'));
  return 'started';
}
