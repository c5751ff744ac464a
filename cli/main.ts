#!/usr/bin/env node
import { errorLine } from './error-line.ts';
import { make, readLogos } from './make.ts';
import { print } from './print.ts';
import { showProgress } from './progress.ts';
import { requestOf } from './request.ts';
import { verify } from './verify-audit.ts';

const stop = new AbortController();
// What cannot be told there is lost; what was asked for is not.
process.stderr.on('error', () => {});
const progress = showProgress(process.stderr);
let api: string | undefined;
try {
  // biome-ignore lint/style/noProcessEnv: a main file reads it once and hands it on
  const request = await requestOf(process.argv.slice(2), process.env);
  if (typeof request === 'string') {
    await print(process.stdout, request);
  } else if ('files' in request) {
    await print(process.stdout, await verify(request));
  } else {
    ({ api } = request);
    const logos = await readLogos(request);
    listenForStop();
    const paths = await make(request, logos, progress, stop.signal);
    progress.end();
    await print(process.stdout, paths.map((path) => `${path}\n`).join(''));
  }
} catch (error) {
  progress.end();
  process.exitCode = stop.signal.aborted ? 130 : 1;
  process.stderr.write(`logomorph: ${stop.signal.aborted ? 'stopped' : errorLine(error, api)}\n`);
}

/** Only what is made has to be canceled: all else ends at a signal by itself, even where it waits for what comes of a pipe. */
function listenForStop(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Of who does not wait for the render to be canceled. What is written goes all the same.
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }
}
