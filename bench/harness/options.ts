import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CorpusLogo, corpusLogos } from '@logomorph/worker/renderer/testing/corpus.ts';
import type { Input } from './job.ts';

/** What every benchmark can be told on its command line. */
interface BenchOptions {
  runs: number;
  times: number;
  core: number;
  logos: CorpusLogo[];
  /** Any other option, by its name. */
  more: Record<string, number>;
}

/**
 * Reads the command line: `--runs`, `--times`, `--core`, `--logos flat,photo-png` and the numbers named in `more`, with
 * their defaults.
 * @throws when an option is unknown or not a number
 */
export async function benchOptions(more: Record<string, number> = {}, times = 1): Promise<BenchOptions> {
  const defaults: Record<string, number> = { runs: 1, times, core: 0, ...more };
  const names = ['logos', ...Object.keys(defaults)];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const));
  const given: Record<string, unknown> = parseArgs({ options }).values;
  const number = (name: string) => {
    const value = Number(given[name] ?? defaults[name]);
    if (!Number.isFinite(value)) throw new Error(`--${name} has to be a number`);
    return value;
  };
  return {
    runs: number('runs'),
    times: number('times'),
    core: number('core'),
    logos: chosenLogos(await corpusLogos(), given.logos),
    more: Object.fromEntries(Object.keys(more).map((name) => [name, number(name)])),
  };
}

/** The logos named, with commas between them; all when there are no names. */
export function chosenLogos(logos: readonly CorpusLogo[], names: unknown): CorpusLogo[] {
  if (typeof names !== 'string') return [...logos];
  return names.split(',').map((name) => {
    const logo = logos.find((one) => one.name === name);
    if (!logo) throw new Error(`There is no logo "${name}"; there are ${logos.map((one) => one.name).join(', ')}`);
    return logo;
  });
}

/** Logos as inputs of one source each. */
export function inputsOf(logos: readonly CorpusLogo[]): Input[] {
  return logos.map(({ name, format, bytes }) => ({ name, sources: [{ format, bytes }] }));
}

/** Lends a new folder to a benchmark and removes it after. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'logomorph-bench-'));
  return await work(folder.path);
}
