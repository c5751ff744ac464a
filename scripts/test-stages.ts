import { globSync } from 'node:fs';
import { dirname } from 'node:path';

/** A command of a stage. */
export interface Run {
  /** What it runs, as a person is told. */
  title: string;
  command: string;
  args: readonly string[];
}

/** One stage of `npm test`: commands, several of which may run at once, and whether their tests want a Postgres. */
interface Stage {
  name: string;
  runs: readonly Run[];
  needsPostgres: boolean;
  /** It keeps one core busy, and the others idle: its commands run among those of the stage after it. */
  beside?: true;
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

/** As many files that start products run at once: one more than the machines of CI have cores, as they wait now and then. */
const FILES_AT_ONCE = 3;

/** Unit tests that change the process they run in, or keep a server for all its time. */
const ALONE = ['standalone/postgres-tls.test.ts', 'worker/renderer/loaders.test.ts'];

/** All stages in the order they run. The suites for a cluster are not among them: `npm run test:cluster`. */
export function allStages(root: string): Stage[] {
  const tool = (name: string) => `${root}/node_modules/.bin/${name}`;
  return [
    stage('lint', tool('biome'), ['check', '--error-on-warnings', '.']),
    { ...stage('types', tool('tsc'), ['--noEmit']), beside: true },
    { name: 'unit', runs: unitRuns(root), needsPostgres: true },
    fileByFile(root, 'e2e', 'e2e/acceptance'),
    fileByFile(root, 'promises', 'e2e/promises'),
    { ...stage('manifests', process.execPath, ['scripts/check-manifests/main.ts']), beside: true },
    { ...stage('fuzz', process.execPath, ['e2e/fuzz/main.ts', '--max-examples', '3']), needsPostgres: true },
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

/** What runs one after the other: a stage, or several that run at once. */
export function inTurn(stages: readonly Stage[]): Stage[] {
  const turns: Stage[] = [];
  for (const stage of stages) {
    const last = turns.at(-1);
    if (last?.beside) turns.splice(-1, 1, together(last, stage));
    else turns.push(stage);
  }
  return turns;
}

function together(one: Stage, other: Stage): Stage {
  return {
    ...other,
    name: `${one.name} and ${other.name}`,
    runs: [...one.runs, ...other.runs],
    needsPostgres: one.needsPostgres || other.needsPostgres,
  };
}

/** The test files below a folder that need no cluster, by name, so that every machine runs them in one order. */
export function testFiles(root: string, folder: string): string[] {
  const exclude = (path: string) => path.split('/').includes('node_modules') || path.endsWith('.cluster.test.ts');
  return globSync(`${folder}/**/*.test.ts`, { cwd: root, exclude }).sort();
}

/** The unit tests that share a process: those of a folder, as to start and to load the same modules is most of what each takes. */
export function unitGroups(root: string): Map<string, string[]> {
  const files = UNIT_FOLDERS.flatMap((folder) => testFiles(root, folder));
  return Map.groupBy(files, (file) => (ALONE.includes(file) ? file : dirname(file)));
}

/** One for each group, those of most files first: none of them is waited for alone at the end. */
function unitRuns(root: string): Run[] {
  return [...unitGroups(root)]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([title, files]) => nodeTests(root, title, ['--test-isolation=none', ...files]));
}

function fileByFile(root: string, name: string, folder: string): Stage {
  const files = testFiles(root, folder);
  // `node --test` without files would look for tests everywhere: a pattern that matches nothing fails instead.
  const wanted = files.length > 0 ? files : [`${name}-has-no-test-file`];
  const args = [`--test-concurrency=${FILES_AT_ONCE}`, ...wanted];
  return { name, runs: [nodeTests(root, name, args)], needsPostgres: true };
}

function nodeTests(root: string, title: string, args: readonly string[]): Run {
  const shared = ['--import', `${root}/scripts/fixed-seed.ts`, '--test', '--test-reporter=spec'];
  return { title, command: process.execPath, args: [...shared, ...args] };
}

function stage(name: string, command: string, args: readonly string[]): Stage {
  return { name, runs: [{ title: name, command, args }], needsPostgres: false };
}
