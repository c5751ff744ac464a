import { mkdir, writeFile } from 'node:fs/promises';
import { surfaceOf } from '@logomorph/service/openapi/surface.ts';
import { VERSION } from '@logomorph/service/version.ts';
import { openApiDocument } from './docs/openapi.ts';

// `npm run keep-api` keeps what programs may rely on in a release of the API, which later ones are tested to keep.
const FOLDER = new URL('../service/openapi/releases/', import.meta.url);
await mkdir(FOLDER, { recursive: true });
const lines = surfaceOf(JSON.parse(await openApiDocument()));
await writeFile(new URL(`${VERSION}.txt`, FOLDER), `${lines.join('\n')}\n`);
process.stdout.write(`kept ${lines.length} lines of release ${VERSION} in service/openapi/releases\n`);
