import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { LOGOS } from '../harness/logos.ts';
import { installPacked } from '../harness/packed.ts';
import { embedded } from '../harness/profiles.ts';
import { useProduct } from '../harness/use-product.ts';

describe('the command line, as it is published', () => {
  const run = useProduct(embedded);
  let installed: Awaited<ReturnType<typeof installPacked>>;
  before(async () => {
    installed = await installPacked('cli');
    await writeFile(join(installed.path, 'logo.svg'), await LOGOS['an SVG icon']());
    await writeFile(join(installed.path, 'other.svg'), await LOGOS['another SVG icon']());
    await writeFile(join(installed.path, 'large.png'), await LOGOS['a huge PNG']());
  });
  after(() => installed[Symbol.asyncDispose]());

  /** Starts `logomorph` in the folder where it is installed. */
  function start(args: string[], env: Record<string, string> = {}) {
    const { baseUrl, key = '' } = run().product;
    const program = join(installed.path, 'node_modules/.bin/logomorph');
    const child = spawn(process.execPath, [program, ...args], {
      cwd: installed.path,
      env: { LOGOMORPH_API: baseUrl, LOGOMORPH_API_KEY: key, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { child, ended: ended.then(([stdout, stderr]) => ({ code: child.exitCode, stdout, stderr })) };
  }

  test('writes a kit, and tells what it does and wrote', async () => {
    const { code, stdout, stderr } = await start(['kit', 'logo.svg', '--name', 'Acme', '--include', 'modern,ios'])
      .ended;
    assert.equal(code, 0, stderr);
    const paths = stdout.trim().split('\n');
    assert.ok(paths.includes('logo-kit/favicon.ico') && paths.includes('logo-kit/AppIcon.appiconset/Contents.json'));
    for (const path of paths) assert.ok((await stat(join(installed.path, path))).size > 0, path);
    assert.match(await readFile(join(installed.path, 'logo-kit/site.webmanifest'), 'utf8'), /"Acme"/);
    assert.match(stderr, /^sending logo\.svg\nasking for a kit\nwaiting for its turn\nstarted\nmade /);
  });

  test('makes a morph of two logos, and a recipe given as JSON', async () => {
    const morph = await start(['morph', 'logo.svg', 'other.svg', '--width', '64', '--height', '64', '--out', 'm'])
      .ended;
    assert.equal(morph.stdout, 'm/morph.webp\n', morph.stderr);
    const recipe = '{"type":"variant","format":"webp","width":32}';
    const variant = await start(['render', 'logo.svg', '--recipe', recipe, '--out', 'v', '--metadata', 'order=1042'])
      .ended;
    assert.equal(variant.stdout, 'v/logo.webp\n', variant.stderr);
    const { items } = await run().api.call('get', '/v1/renders', { query: { limit: 1 } });
    assert.deepEqual(items[0]?.metadata, { order: '1042' });
  });

  test('says in one line what went wrong, ends with 1, and leaves nothing', async () => {
    await writeFile(join(installed.path, 'broken.png'), 'no picture');
    const cases: [string[], Record<string, string>, RegExp][] = [
      [['kit', 'nowhere.svg'], {}, /nowhere\.svg/],
      [['kit', 'broken.png'], {}, /picture/],
      [['variant', 'logo.svg', '--width', '0'], {}, /\/recipe\/width/],
      [['variant', 'large.png', '--format', 'svg'], {}, /SVG/i],
      [['kit', 'logo.svg'], { LOGOMORPH_API_KEY: 'lm_wrong' }, /key/i],
      [['kit', 'logo.svg'], { LOGOMORPH_API: 'nowhere' }, /LOGOMORPH_API, is an address/],
      [['poster', 'logo.svg'], {}, /no command poster/],
    ];
    for (const [args, env, message] of cases) {
      const { code, stdout, stderr } = await start([...args, '--out', 'failed'], env).ended;
      const lines = stderr.split('\n').filter((line) => line.startsWith('logomorph: '));
      assert.equal(code, 1, stderr);
      assert.equal(stdout, '');
      assert.equal(lines.length, 1, stderr);
      assert.match(lines[0] ?? '', message);
    }
    assert.ok(!(await readdir(installed.path)).includes('failed'));
  });

  test('cancels the render when it is stopped, and leaves nothing', async () => {
    const { api } = run();
    await mkdir(join(installed.path, 'kept'));
    const args = [
      'variant',
      'large.png',
      '--format',
      'avif',
      '--effort',
      'high',
      '--width',
      '4096',
      '--out',
      'kept/new',
    ];
    const { child, ended } = start(args);
    child.stderr.once('data', async () => {
      // Once it is there, it is to be canceled.
      const unfinished = () => api.list('/v1/renders', { query: { state: ['queued', 'running'] } });
      while ((await unfinished().next()).done) await sleep(20);
      child.kill('SIGINT');
    });
    const { code, stdout, stderr } = await ended;
    assert.equal(code, 130, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, /^logomorph: stopped$/m);
    const { items } = await api.call('get', '/v1/renders', { query: { limit: 1 } });
    assert.equal(items[0]?.state, 'canceled');
    assert.deepEqual(await readdir(join(installed.path, 'kept')), []);
  });

  test('verifies an exported audit log, and names the entry that was changed', async () => {
    const { api } = run();
    for (const name of ['a', 'b', 'c']) await api.call('post', '/v1/keys', { body: { name } });
    const { seq, hash } = await api.call('get', '/v1/audit/head');
    const lines = (await api.call('get', '/v1/audit/export')).trimEnd().split('\n');
    const verify = async (name: string, entries: string[], flags: string[] = []) => {
      await writeFile(join(installed.path, name), entries.map((entry) => `${entry}\n`).join(''));
      // Neither an API nor a key is needed.
      return start(['verify-audit', name, ...flags], { LOGOMORPH_API: '', LOGOMORPH_API_KEY: '' }).ended;
    };
    const whole = `${seq} entries are whole; the last one has the hash ${hash}\n`;
    assert.deepEqual(await verify('whole', lines, ['--head', hash]), { code: 0, stdout: whole, stderr: '' });
    await writeFile(join(installed.path, 'rest'), lines.slice(2).join('\n'));
    const parts = await verify('begin', lines.slice(0, 2), ['rest', '--contains', hash]);
    assert.deepEqual(parts, { code: 0, stdout: whole, stderr: '' });

    const [one = '', two = '', three = '', ...others] = lines;
    const changed = three.replace(/"at":"20\d\d/, '"at":"2001');
    const cases: [string, string[], string[], RegExp][] = [
      ['tampered', [one, two, changed, ...others], [], /^logomorph: Entry 3 was changed: it has another hash\n$/],
      ['truncated', lines.slice(0, -1), ['--head', hash], /^logomorph: Entry \d+ is not the end that was given: .*\n$/],
      ['cut', [one, two.slice(0, 40)], [], /^logomorph: Entry 2 is broken: its line is no entry of an audit log\n$/],
      ['reordered', [one, three, two, ...others], [], /^logomorph: Entry 2 is missing: entry 3 is in its place\n$/],
      ['empty', [], [], /^logomorph: There are no entries\n$/],
    ];
    for (const [name, entries, flags, message] of cases) {
      const { code, stdout, stderr } = await verify(name, entries, flags);
      assert.match(stderr, message);
      assert.deepEqual([code, stdout], [1, ''], name);
    }
  });

  test('helps by npx', async () => {
    const child = spawn('npx', ['--offline', 'logomorph', '--help'], {
      cwd: installed.path,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [help] = await Promise.all([text(child.stdout), once(child, 'close')]);
    assert.match(help, /^ {2}kit LOGO/m);
  });
});
