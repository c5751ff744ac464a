import type { TestContext } from 'node:test';
import type { ScannerConfig } from '@logomorph/core/config.ts';
import { testLog } from '@logomorph/core/testing/log.ts';
import { SVG, type TestApp, testApp } from '../../testing/app.ts';
import { type HeldLogosDeps, scanHeldLogo } from '../held-logos.ts';
import { type Command, fakeClamd, finds } from './fake-clamd.ts';

/** A logo, and what clamd calls what is in it. */
export const INFECTED_SVG = Buffer.from(SVG.toString().replace('</svg>', '<!-- infected --></svg>'));
export const SIGNATURE = 'Test.Infected';

/** As a clamd that is well, and as one that breaks off. */
export const well = finds('infected', SIGNATURE);
export const broken = ({ socket }: Command): void => {
  socket.destroy();
};

/** The API with a clamd that answers as `clamd.answer` says at the moment: well, unless that is changed. */
export async function scannedApp(
  t: TestContext,
  whenDown: ScannerConfig['whenDown'] = 'hold',
  overrides: Parameters<typeof testApp>[1] = {},
) {
  const clamd = { answer: well };
  const address = await fakeClamd(t, (command) => clamd.answer(command));
  const log = testLog();
  const product = await testApp(t, { scanner: { ...address, whenDown }, logger: log.logger, ...overrides });
  const upload = (bytes: Buffer, more: object = {}) => post(product, '/v1/logos', bytes, more);
  return { product, clamd, log, upload, scanHeld: () => scanHeldLogo(depsOf(product)) };
}

/** What scans the held logos of an app. */
export function depsOf({ db, store, scanner, logger }: TestApp): HeldLogosDeps {
  if (scanner === undefined) throw new Error('the app scans nothing');
  return { db, store, scanner, logger };
}

/** Sends a request of the app's own tenant. */
export function post({ app, headers }: TestApp, url: string, payload: Buffer | object, more: object = {}) {
  return app.inject({ method: 'POST', url, headers: { ...headers, ...more }, payload });
}
