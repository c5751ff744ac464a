import { type Flags, flagName, UsageError } from './flags.ts';
import { KIT_FLAGS, MORPH_FLAGS, PALETTE_FLAGS, RECOLOUR_FLAGS, VARIANT_FLAGS } from './recipe-flags.ts';

/** What can be asked for. */
export interface Command {
  summary: string;
  takes: 'LOGO' | 'FROM TO' | 'FILE...';
  flags: Flags;
}

/** The command that makes nothing, and talks to no API. */
export const VERIFY_AUDIT = 'verify-audit';

/** Each command by its name; all but `render` and `verify-audit` make the recipe of that name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  kit: { summary: 'icons and pictures for platforms', takes: 'LOGO', flags: KIT_FLAGS },
  variant: { summary: 'one picture in a size, shape and format', takes: 'LOGO', flags: VARIANT_FLAGS },
  recolour: { summary: 'the logo in other colours', takes: 'LOGO', flags: RECOLOUR_FLAGS },
  palette: { summary: 'its colours, as data', takes: 'LOGO', flags: PALETTE_FLAGS },
  morph: { summary: 'an animation from a logo to another', takes: 'FROM TO', flags: MORPH_FLAGS },
  render: {
    summary: 'any recipe, as JSON; a morph takes TO after LOGO',
    takes: 'LOGO',
    flags: { recipe: { kind: 'text', help: 'such as \'{"type":"variant","width":64}\'' } },
  },
  [VERIFY_AUDIT]: {
    summary: 'checks that an exported audit log is whole',
    takes: 'FILE...',
    flags: {
      head: { kind: 'text', help: 'the hash that the last entry must have' },
      contains: { kind: 'text', help: 'a hash that some entry must have: a head that was kept earlier' },
    },
  },
};

const HELP: Flags = { help: { kind: 'switch', help: 'this help' } };

/** The flags that every command has which makes something. */
const MAKING_FLAGS: Flags = {
  out: { kind: 'text', help: 'the folder for the files; one named for the logo when left out' },
  metadata: { kind: 'pairs', help: 'of the render, such as order=1042, which its webhooks have too; may be repeated' },
  api: { kind: 'text', help: 'where the API is; LOGOMORPH_API or http://127.0.0.1:4000 when left out' },
  keyFile: { kind: 'text', help: 'a file with the API key; LOGOMORPH_API_KEY when left out' },
  ...HELP,
};

/**
 * The command of a name.
 *
 * @throws UsageError
 */
export function commandOf(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no command ${name}; try logomorph --help`);
  return command;
}

/** The flags that a command has beside its own. */
export function commonFlagsOf(name: string): Flags {
  return name === VERIFY_AUDIT ? HELP : MAKING_FLAGS;
}

/** What `--help` prints. */
export function helpOf(name: string | undefined): string {
  if (name === undefined) {
    const rows = Object.entries(COMMANDS).map(([command, { summary, takes }]) => row(`${command} ${takes}`, summary));
    return `logomorph makes brand assets from a logo, with a LogoMorph API.\n\n${rows.join('')}\nlogomorph COMMAND --help has its flags; logomorph --version is the version.\n`;
  }
  const { summary, takes, flags } = commandOf(name);
  return `logomorph ${name} ${takes} [flags]: ${summary}\n\n${table(flags)}\n${table(commonFlagsOf(name))}`;
}

function table(flags: Flags): string {
  return Object.entries(flags)
    .map(([field, { help }]) => row(`--${flagName(field)}`, help))
    .join('');
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(22)}${right}\n`;
}
