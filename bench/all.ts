import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// All benchmarks in a row, each cut down so that they take a few minutes together. Figures to publish come from each
// by itself, on a machine that does nothing else.
const SHORT: readonly (readonly string[])[] = [
  ['compat-kit.ts', '--logos', 'gradient,photo-png'],
  ['modern-kit.ts', '--times', '1'],
  ['six-files.ts', '--times', '1'],
  ['icons.ts', '--logos', 'flat,gradient,wordmark,flat-png,photo-png'],
  ['transforms.ts', '--times', '1'],
  ['servers.ts'],
  ['morph.ts', '--logos', 'flat,gradient,photo-png'],
  ['memory.ts', '--kits', '200', '--logos', 'flat,gradient,flat-png'],
  ['sustained.ts', '--minutes', '0.25'],
  ['api.ts', '--seconds', '2'],
  ['jobs.ts', '--jobs', '200'],
  ['submit.ts', '--renders', '10', '--logos', 'flat'],
  ['footprint.ts', '--renders', '5', '--logos', 'flat'],
  ['streams.ts', '--streams', '200'],
];
let failed = false;
for (const [program = '', ...args] of SHORT) {
  console.log(`\n## ${program} ${args.join(' ')}\n`);
  const path = fileURLToPath(new URL(program, import.meta.url));
  failed = spawnSync(process.execPath, [path, ...args], { stdio: 'inherit' }).status !== 0 || failed;
}
if (failed) process.exitCode = 1;
