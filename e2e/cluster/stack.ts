import assert from 'node:assert/strict';
import { keepRunning, type Result, run } from '../harness/command.ts';
import { freePort } from '../harness/listen.ts';

/** Settings of a stack, by name. */
type Config = Readonly<Record<string, string | number>>;

/** A stack of a test, by the commands that people have for it. */
export function clusterStack(name: string, namespace: string, more: Config = {}) {
  // biome-ignore lint/style/noProcessEnv: settings of the stack that this cluster needs, as key=value words
  const given = (process.env.E2E_STACK_CONFIG ?? '').split(/\s+/).filter(Boolean);
  const config = [`namespace=${namespace}`, ...given, ...words(more)];
  const forwards: AsyncDisposable[] = [];
  let printed = '';
  const commandOf = (what: string): string => {
    const command = new RegExp(`^\\s*${what}\\s+(kubectl .*)$`, 'm').exec(printed)?.[1];
    assert.ok(command, `no command for ${what} in: ${printed}`);
    return command;
  };
  return {
    name,

    /** Brings it up, and says how that ended; images that are built are so with more arguments. */
    async up(changes: Config = {}, images = '', buildArgs = ''): Promise<Result> {
      const options = [...config, ...words(changes)].map((pair) => `--config ${pair}`).join(' ');
      const env = buildArgs && `LOGOMORPH_DOCKER_BUILD_ARGS="$LOGOMORPH_DOCKER_BUILD_ARGS ${buildArgs}" `;
      const result = await run(`${env}npm run up -- --stack ${name} ${images} ${options}`, 900);
      console.log(result.output);
      if (result.code === 0) printed = result.output;
      return result;
    },

    /** The command that `up` printed for something. */
    commandOf,

    /** Runs the port-forward that `up` printed, on a free port of this machine, and gives the address. */
    async forward(what: string): Promise<string> {
      const port = await freePort();
      const command = commandOf(what).replace(/\d+:(\d+)$/, `${port}:$1`);
      forwards.push(await keepRunning(command, /Forwarding from/));
      return `http://127.0.0.1:${port}`;
    },

    /** A command on what is in its namespace, which must not fail. */
    async kubectl(line: string): Promise<string> {
      const { code, output } = await run(`kubectl -n ${namespace} ${line}`, 60);
      assert.equal(code, 0, `${line}: ${output}`);
      return output.trim();
    },

    async down(): Promise<Result> {
      for (const one of forwards.splice(0)) await one[Symbol.asyncDispose]();
      return run(`npm run down -- --stack ${name}`, 600);
    },
  };
}

function words(config: Config): string[] {
  return Object.entries(config).map(([key, value]) => `${key}=${value}`);
}

/** Why a suite that needs a cluster cannot run here; false where it can, and in CI, where nothing may be skipped. */
export async function skipWithoutPlatform(): Promise<string | false> {
  const needed = {
    pulumi: 'pulumi version',
    docker: 'docker version',
    'a cluster': 'kubectl --request-timeout=5s get --raw=/readyz',
  };
  // biome-ignore lint/style/noProcessEnv: whether a missing cluster is a failure is said by the machine
  if (process.env.CI === 'true') return false;
  for (const [what, line] of Object.entries(needed))
    if ((await run(line, 20)).code !== 0) return `${what} is not here: the platform cannot be brought up`;
  return false;
}
