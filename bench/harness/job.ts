import type { LogoFormat } from '@logomorph/contract/logo.ts';

/** What is made files of: a logo, or two for a morph. */
export interface Input {
  name: string;
  sources: { format: LogoFormat; bytes: Buffer }[];
}

export interface OutputFile {
  name: string;
  bytes: Buffer;
}

/** One of those that are compared: makes its files of an input. */
export type Make = (input: Input) => Promise<OutputFile[]>;

/** What the module of a side exports as `open`. */
export type OpenSide = (options: unknown) => Promise<Make>;

/** An input whose logos are in files. */
export interface StoredInput {
  name: string;
  sources: { format: LogoFormat; path: string }[];
}

interface ChildJob {
  /** URL of the module of the side. */
  module: string;
  /** For its `open`. */
  options: unknown;
  inputs: StoredInput[];
  resultPath: string;
}

/** What a child process is told to make and measure. */
export interface Job extends ChildJob {
  /** How often each input is made. */
  times: number;
  /** Where the files of the last making of each input are kept, each input's in a folder of its own. */
  keepIn: string;
}

/** What a child process is told to do for a while. */
export interface SustainedJob extends ChildJob {
  seconds: number;
}

export interface SustainedOutcome {
  made: number;
  failures: number;
  /** What it took in truth. */
  seconds: number;
  /** Milliseconds of each making. */
  walls: number[];
}

/** One making: times in milliseconds. */
export interface Sample {
  input: string;
  /** In user and system mode, of all threads. */
  cpu: number;
  wall: number;
  /** Resident bytes after it. */
  rss: number;
}

/** What a child process has measured. */
export interface Outcome {
  samples: Sample[];
  files: { input: string; name: string; bytes: number }[];
  /** Of the whole life of the process, in bytes. */
  peakRss: number;
}
