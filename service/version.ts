import { readFileSync } from 'node:fs';
import Type from 'typebox';
import Value from 'typebox/value';

const Manifest = Type.Object({ version: Type.String() });

/** The version of the service: that of its package. */
export const VERSION = Value.Parse(
  Manifest,
  JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')),
).version;
