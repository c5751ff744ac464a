import { type Flags, flagName, UsageError } from './flags.ts';
import { KIT_FLAGS, MORPH_FLAGS, PALETTE_FLAGS, RECOLOUR_FLAGS, VARIANT_FLAGS } from './recipe-flags.ts';

/** What can be asked for. */
export interface Command {
  summary: string;
  /** How many logos it takes. */
  logos: 1 | 2;
  flags: Flags;
}

/** Each command by its name; all but `render` make the recipe of that name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  kit: { summary: 'icons and pictures for platforms', logos: 1, flags: KIT_FLAGS },
  variant: { summary: 'one picture in a size, shape and format', logos: 1, flags: VARIANT_FLAGS },
  recolour: { summary: 'the logo in other colours', logos: 1, flags: RECOLOUR_FLAGS },
  palette: { summary: 'its colours, as data', logos: 1, flags: PALETTE_FLAGS },
  morph: { summary: 'an animation from a logo to another', logos: 2, flags: MORPH_FLAGS },
  render: {
    summary: 'any recipe, as JSON; of a morph, with TO after LOGO',
    logos: 1,
    flags: { recipe: { kind: 'text', help: 'as in \'{"type":"variant","width":64}\'' } },
  },
};

/** The flags that every command has. */
export const COMMON_FLAGS: Flags = {
  out: { kind: 'text', help: 'the folder for the files; without it one named for the logo' },
  metadata: { kind: 'pairs', help: 'texts of yours that its webhooks have: order=1042; several times for more' },
  api: { kind: 'text', help: 'where the API is; without it LOGOMORPH_API, or http://127.0.0.1:4000' },
  keyFile: { kind: 'text', help: 'a file with the API key; without it LOGOMORPH_API_KEY' },
  help: { kind: 'switch', help: 'what can be said' },
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

/** What `--help` prints. */
export function helpOf(name: string | undefined): string {
  if (name === undefined) {
    const rows = Object.entries(COMMANDS).map(([command, { summary, logos }]) => row(usage(command, logos), summary));
    return `logomorph makes brand assets from a logo, by a LogoMorph API.\n\n${rows.join('')}\nlogomorph COMMAND --help tells more of each, logomorph --version which one this is.\n`;
  }
  const { summary, logos, flags } = commandOf(name);
  return `logomorph ${usage(name, logos)} [flags]: ${summary}\n\n${table(flags)}\n${table(COMMON_FLAGS)}`;
}

function usage(name: string, logos: number): string {
  return `${name} ${logos === 1 ? 'LOGO' : 'FROM TO'}`;
}

function table(flags: Flags): string {
  return Object.entries(flags)
    .map(([field, { help }]) => row(`--${flagName(field)}`, help))
    .join('');
}

function row(left: string, right: string): string {
  return `  ${left.padEnd(18)}${right}\n`;
}
