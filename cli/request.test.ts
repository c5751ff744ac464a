import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from './commands.ts';
import { flagName } from './flags.ts';
import { requestOf } from './request.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const env = { LOGOMORPH_API_KEY: 'lm_key' };

test('flags become the fields of the recipe that were named', async () => {
  const kit = await requestOf(
    [
      'kit',
      'logos/acme.svg',
      '--name',
      'Acme',
      '--include',
      'modern,ios',
      '--include',
      'macos',
      '--dark-background',
      '#000000',
    ],
    env,
  );
  assert.deepEqual(kit, {
    logos: ['logos/acme.svg'],
    recipe: { type: 'kit', name: 'Acme', include: ['modern', 'ios', 'macos'], darkBackground: '#000000' },
    out: 'acme-kit',
    api: 'http://127.0.0.1:4000',
    key: 'lm_key',
  });
  const variant = await requestOf(
    [
      'variant',
      'a.png',
      '--width',
      '64',
      '--crop',
      '0,1,20,30',
      '--trim',
      '--no-animated',
      '--metadata',
      'order=1042',
      '--metadata=note=a=b, c',
      '--metadata',
      'empty=',
      '--out',
      'o',
      '--api',
      'https://x',
    ],
    env,
  );
  assert.deepEqual(variant, {
    logos: ['a.png'],
    recipe: {
      type: 'variant',
      width: 64,
      crop: { left: 0, top: 1, width: 20, height: 30 },
      trim: true,
      animated: false,
    },
    metadata: { order: '1042', note: 'a=b, c', empty: '' },
    out: 'o',
    api: 'https://x',
    key: 'lm_key',
  });
});

test('a morph takes two logos, and a render any recipe', async () => {
  const asked = async (...args: string[]) => {
    const request = await requestOf(args, env);
    assert.ok(typeof request === 'object' && 'logos' in request);
    const { logos, recipe, out } = request;
    return { logos, recipe, out };
  };
  assert.deepEqual(await asked('morph', 'a.svg', 'b.svg'), {
    logos: ['a.svg', 'b.svg'],
    recipe: { type: 'morph' },
    out: 'a-morph',
  });
  const recipe = '{"type":"palette","colours":3}';
  assert.deepEqual(await asked('render', 'a.svg', '--recipe', recipe), {
    logos: ['a.svg'],
    recipe: { type: 'palette', colours: 3 },
    out: 'a-palette',
  });
  assert.deepEqual(await asked('render', 'a.svg', 'b.svg', '--recipe', '{"type":"morph","fps":10}'), {
    logos: ['a.svg', 'b.svg'],
    recipe: { type: 'morph', fps: 10 },
    out: 'a-morph',
  });
});

test('the key may be in a file', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'key'), 'lm_file\n');
  const request = await requestOf(['kit', 'a.svg', '--key-file', join(folder, 'key')], env);
  assert.ok(typeof request === 'object' && 'key' in request);
  assert.equal(request.key, 'lm_file');
});

test('neither a key nor a password is told with the mistake that it is in', async (t) => {
  const folder = await temporaryFolder(t);
  const file = join(folder, 'key');
  await writeFile(file, 'lm_sekret\n# my key\n');
  const cases: [string[], string, RegExp][] = [
    [['--key-file', file], 'lm_key', /^The file of --key-file must hold the API key alone: one word of visible ASCII/],
    [[], 'lm_sekret # mine', /^LOGOMORPH_API_KEY must hold .* one word/],
    [[], 'lm_sekret\u00fc', /^LOGOMORPH_API_KEY must hold .* ASCII/],
    [['--api', 'http://user:sekret@host'], 'lm_key', /^--api, .* without a user or password$/],
    [['--api', 'http://user:sekret@'], 'lm_key', /^--api, /],
    [['--api', 'user:sekret@host'], 'lm_key', /^--api, /],
  ];
  for (const [args, LOGOMORPH_API_KEY, message] of cases) {
    await assert.rejects(requestOf(['kit', 'a.svg', ...args], { LOGOMORPH_API_KEY }), (error: Error) => {
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /sekret|\n/);
      return true;
    });
  }
});

test('a mistake is told by what it is', async () => {
  const cases: [string[], RegExp][] = [
    [['poster', 'a.svg'], /no command poster/],
    [['constructor', 'a.svg'], /no command constructor/],
    [['kit'], /kit takes a logo/],
    [['kit', 'a.svg', 'b.svg'], /kit takes a logo/],
    [['morph', 'a.svg'], /morph takes two logos/],
    [['kit', 'a.svg', '--width', '3'], /--width/],
    [['variant', 'a.svg', '--width', 'wide'], /--width is a number, which wide is not/],
    [['kit', 'a.svg', '--metadata', 'order'], /--metadata is key=value, which order is not/],
    [['kit', 'a.svg', '--metadata', '=x'], /--metadata is key=value/],
    [['variant', 'a.svg', '--crop', '1,2,3'], /--crop is left,top,width,height/],
    [['render', 'a.svg', '--recipe', '{'], /--recipe/],
    [['render', 'a.svg', '--recipe', '{"type":"render"}'], /--recipe/],
    [['render', 'a.svg'], /--recipe/],
    [['render', 'a.svg', '--recipe', '{"type":"morph"}'], /morph takes two logos/],
    [['render', 'a.svg', 'b.svg', '--recipe', '{"type":"kit"}'], /kit takes a logo/],
    [['kit', 'a.svg', '--api', 'logos.example.com'], /LOGOMORPH_API.* not logos\.example\.com/],
    [['kit', 'a.svg', '--out', ''], /--out is the name of a folder/],
    [['kit', 'a.svg', '--api', 'https://'], /LOGOMORPH_API/],
    [['verify-audit'], /verify-audit takes the file/],
    [['verify-audit', 'a.ndjson', '--head', 'F00'], /--head is the hash .* which F00 is not/],
    [['verify-audit', 'a.ndjson', '--out', 'x'], /--out/],
    [['render', 'a.svg', '--recipe', '{"type":"verify-audit"}'], /--recipe/],
  ];
  for (const [args, message] of cases) await assert.rejects(requestOf(args, env), message, args.join(' '));
  await assert.rejects(requestOf(['kit', 'a.svg'], {}), /LOGOMORPH_API_KEY/);
});

test('an audit log is verified without an API or a key', async () => {
  const contains = 'f'.repeat(64);
  assert.deepEqual(await requestOf(['verify-audit', '1.ndjson', '2.ndjson', '--contains', contains], {}), {
    files: ['1.ndjson', '2.ndjson'],
    head: undefined,
    contains,
  });
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));
  assert.equal(await requestOf(['--version'], {}), `${version}\n`);
});

test('the help has every command, and that of each every flag', async () => {
  const all = await requestOf(['--help'], {});
  for (const [name, { flags }] of Object.entries(COMMANDS)) {
    assert.match(String(all), new RegExp(`^  ${name} `, 'm'));
    const help = String(await requestOf([name, '--help'], {}));
    assert.equal(await requestOf([name, '-h'], {}), help);
    assert.equal(await requestOf(['help', name], {}), help);
    const common = name === 'verify-audit' ? ['help'] : ['out', 'help'];
    for (const field of [...Object.keys(flags), ...common])
      assert.match(help, new RegExp(`^  --${flagName(field)} `, 'm'));
  }
});
