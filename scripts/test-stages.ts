import { globSync } from 'node:fs';

/** One stage of `npm test`: a command, and whether its tests want a Postgres. */
export interface Stage {
  name: string;
  command: string;
  args: readonly string[];
  needsPostgres: boolean;
}

const UNIT_FOLDERS = [
  'contract',
  'core',
  'service',
  'worker',
  'standalone',
  'infra',
  'bench',
  'client',
  'cli',
  'scripts',
];

/** All stages in the order they run. The suites for a cluster are not among them: `npm run test:cluster`. */
export function allStages(root: string): Stage[] {
  const tool = (name: string) => `${root}/node_modules/.bin/${name}`;
  return [
    { name: 'lint', command: tool('biome'), args: ['check', '--error-on-warnings', '.'], needsPostgres: false },
    { name: 'types', command: tool('tsc'), args: ['--noEmit'], needsPostgres: false },
    nodeTests(
      root,
      'unit',
      UNIT_FOLDERS.flatMap((folder) => testFiles(root, folder)),
    ),
    nodeTests(root, 'e2e', testFiles(root, 'e2e/acceptance')),
    nodeTests(root, 'promises', testFiles(root, 'e2e/promises')),
    { name: 'manifests', command: process.execPath, args: ['scripts/check-manifests/main.ts'], needsPostgres: false },
    { name: 'fuzz', command: process.execPath, args: ['e2e/fuzz/main.ts', '--max-examples', '3'], needsPostgres: true },
  ];
}

/** The stages a person asked for by name, all of them when none is named. */
export function chooseStages(stages: readonly Stage[], names: readonly string[]): readonly Stage[] {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no stage "${unknown}"; there are ${stages.map(({ name }) => name).join(', ')}`);
  }
  return names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name));
}

/** The test files below a folder that need no cluster, by name, so that every machine runs them in one order. */
export function testFiles(root: string, folder: string): string[] {
  const exclude = (path: string) => path.split('/').includes('node_modules') || path.endsWith('.cluster.test.ts');
  return globSync(`${folder}/**/*.test.ts`, { cwd: root, exclude }).sort();
}

function nodeTests(root: string, name: string, files: readonly string[]): Stage {
  // `node --test` without files would look for tests everywhere: a pattern that matches nothing fails instead.
  const wanted = files.length > 0 ? files : [`${name}-has-no-test-file`];
  const args = [
    '--import',
    `${root}/scripts/fixed-seed.ts`,
    '--test',
    '--test-reporter=spec',
    '--test-concurrency=2',
    ...wanted,
  ];
  return { name, command: process.execPath, args, needsPostgres: true };
}
