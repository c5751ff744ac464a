import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { RecipeRequest } from './client.ts';
import { COMMANDS, commandOf, commonFlagsOf, helpOf, VERIFY_AUDIT } from './commands.ts';
import { type Flags, fieldsOf, optionsOf, pairsOf, UsageError } from './flags.ts';
import { readNamedFile } from './read-named-file.ts';
import { type VerifyRequest, verifyRequestOf } from './verify-audit.ts';
import { VERSION } from './version.ts';

/** What somebody wants made. */
export interface MakeRequest {
  logos: string[];
  recipe: RecipeRequest;
  metadata?: Record<string, string>;
  out: string;
  api: string;
  key: string;
}

/**
 * Reads a command line: what to make or to verify, or the text that helps to write one.
 *
 * @throws UsageError
 */
export async function requestOf(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<MakeRequest | VerifyRequest | string> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') return helpOf(undefined);
  if (name === 'help') return helpOf(rest[0]);
  if (name === '--version') return `${VERSION}\n`;
  const { flags } = commandOf(name);
  const { values, positionals } = parse(rest, {
    ...optionsOf(flags),
    ...optionsOf(commonFlagsOf(name)),
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) return helpOf(name);
  if (name === VERIFY_AUDIT) return verifyRequestOf(positionals, fieldsOf(flags, values));
  return makeRequestOf(name, flags, positionals, values, env);
}

async function makeRequestOf(
  name: string,
  flags: Flags,
  logos: string[],
  values: ReturnType<typeof parse>['values'],
  env: NodeJS.ProcessEnv,
): Promise<MakeRequest> {
  const recipe = name === 'render' ? jsonOf(values.recipe) : { type: name, ...fieldsOf(flags, values) };
  if (!isRecipe(recipe)) throw new UsageError('--recipe is a recipe as JSON, with its type');
  // Of `render`, it is the recipe that says how many.
  const wanted = commandOf(recipe.type).takes === 'LOGO' ? 1 : 2;
  if (logos.length !== wanted) throw new UsageError(`${recipe.type} takes ${wanted === 1 ? 'a logo' : 'two logos'}`);
  if (values.out === '') throw new UsageError('--out is the name of a folder');
  const [logo = ''] = logos;
  return {
    logos,
    recipe,
    ...(values.metadata === undefined ? {} : { metadata: pairsOf('metadata', values.metadata) }),
    out: textOf(values.out) ?? `${basename(logo, extname(logo))}-${recipe.type}`,
    api: addressOf(textOf(values.api) ?? env.LOGOMORPH_API ?? 'http://127.0.0.1:4000'),
    key: await keyOf(textOf(values['key-file']), env),
  };
}

function parse(args: string[], options: ReturnType<typeof optionsOf>) {
  try {
    return parseArgs({ args, options, allowPositionals: true, allowNegative: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function addressOf(api: string): string {
  const url = URL.canParse(api) ? new URL(api) : undefined;
  if (url !== undefined && /^https?:/.test(api) && url.username === '' && url.password === '') return api;
  const rule = 'is an address that begins with https:// or http://, without a user or password';
  // What has an @ may have a password before it.
  throw new UsageError(`--api, or LOGOMORPH_API, ${rule}${api.includes('@') ? '' : `, and not ${api}`}`);
}

async function keyOf(file: string | undefined, env: NodeJS.ProcessEnv): Promise<string> {
  const key = (file === undefined ? env.LOGOMORPH_API_KEY : (await readNamedFile(file)).toString())?.trim();
  if (!key) throw new UsageError('An API key is needed: in LOGOMORPH_API_KEY, or in a file by --key-file');
  // Access tokens are taken too, so this is all that is known of it; what is there is not told, as it may have a key in it.
  if (/^[!-~]+$/.test(key)) return key;
  const place = file === undefined ? 'LOGOMORPH_API_KEY' : 'The file of --key-file';
  throw new UsageError(`${place} must hold the API key alone: one word of visible ASCII characters`);
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** Of a type that there is. What is in it is for the API to judge, which tells of every field. */
function isRecipe(value: unknown): value is RecipeRequest {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const { type } = value;
  return typeof type === 'string' && type !== 'render' && type !== VERIFY_AUDIT && Object.hasOwn(COMMANDS, type);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
