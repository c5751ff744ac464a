import { posix } from 'node:path';
import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { type Artwork, openArtwork } from '../artwork.ts';
import { logoColours } from '../colour/logo-colours.ts';
import { shrinkScale } from '../geometry.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { Raster } from '../raster.ts';
import type { RenderOptions } from '../render.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { filesOf } from './catalogue/catalogue.ts';
import type { KitFile } from './catalogue/kit-file.ts';
import { enlargementWarning } from './enlargement.ts';
import { groundOf } from './ground.ts';
import { checkManifest, checkNames } from './lint/check-text.ts';
import { type Check, RULES, type RuleId } from './lint/rules.ts';
import { type MadeFile, makeIcns, makeIco, pictureMaker } from './make-file.ts';
import { painterOf } from './painter.ts';
import { makeSvgIcon } from './square-icon.ts';
import { checksums } from './texts/checksums.ts';
import { kitJson } from './texts/kit-json.ts';
import { WRITE_TEXT } from './texts/write-text.ts';
import { zip } from './zip.ts';

/**
 * A brand kit: the files of its parts, then a report of what they were checked against, checksums, and last a zip of all.
 * @param mostBytes of all its files but the zip
 * @throws ProblemError 'empty-logo', 'unreadable-logo', 'logo-too-complex' or 'output-too-large'
 */
export async function* renderKit(
  logo: OpenedLogo,
  asked: KitRecipe,
  { signal, warn }: RenderOptions,
  mostBytes: number = LIMITS.kitBytes,
): AsyncGenerator<RenderedFile> {
  const files = filesOf(asked.include, logo.kind);
  const artwork = await openArtwork(logo, sourceSide(files));
  const look = await lookOf(artwork);
  const colours = logoColours(look);
  const { background, because } = groundOf(asked, look, colours);
  const recipe = { ...asked, background };
  if (because !== undefined) warn(`background: ${background} was taken, because ${because}`);
  const enlarged = artwork.vector ? undefined : enlargementWarning(files, artwork);
  if (enlarged !== undefined) warn(enlarged);
  const painter = painterOf(artwork, colours, recipe);
  const makePicture = pictureMaker(painter, recipe.optimise);
  const names = new Set(files.map(({ name }) => name));
  const made: MadeFile[] = [];
  let bytes = 0;

  for (const file of files) {
    signal.throwIfAborted();
    const one = await make(file);
    made.push(one);
    bytes += one.file.bytes.length;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    for (const check of one.checks) if (!check.pass) warn(warning(file.name, check));
    yield one.file;
  }
  signal.throwIfAborted();
  const report = text('kit.json', 'application/json', kitJson(made, logo.kind === 'vector' ? logo.svg.dropped : []));
  yield report;
  const listed = [...made.map(({ file }) => file), report];
  const sums = text('SHA256SUMS', 'text/plain', checksums(listed));
  yield sums;
  yield { name: 'kit.zip', mediaType: 'application/zip', bytes: zip([...listed, sums]) };

  async function make(file: KitFile): Promise<MadeFile> {
    switch (file.kind) {
      case 'png':
        return makePicture(file);
      case 'ico':
        return makeIco(file, painter);
      case 'icns':
        return makeIcns(file, painter);
      case 'svg':
        if (logo.kind === 'raster') throw new Error(`${file.name} is of SVG logos alone`);
        return makeSvgIcon(file.name, logo.svg, painter);
      case 'text': {
        const content = WRITE_TEXT[file.text]({ recipe, files });
        const checks = file.rules.map((rule) => checkText(rule, content, file));
        return { file: text(file.name, file.mediaType, content), checks };
      }
    }
  }

  function checkText(rule: RuleId, content: string, { name }: KitFile): Check {
    const bytesOf = (wanted: string) => made.find(({ file }) => file.name === wanted)?.file.bytes;
    if (rule === 'manifest-icons') return checkManifest(content, bytesOf);
    return checkNames(content, names, `${posix.dirname(name)}/`);
  }
}

/** The longest side of what the colours of a raster are looked for in. */
const LOOK_SIDE = 256;

/** A small drawing of a logo: of an SVG the one that its ink was found in. */
async function lookOf({ vector, draw, ink }: Artwork): Promise<Raster> {
  if (vector) return vector.look;
  const scale = shrinkScale(ink, LOOK_SIDE);
  return draw({ width: Math.ceil(ink.width * scale), height: Math.ceil(ink.height * scale) }, scale);
}

/** The most pixels of a side that are kept of a raster logo. */
const MOST_SOURCE_SIDE = 2048;

/** Twice the largest drawing, which is as much as makes it sharper. */
function sourceSide(files: readonly KitFile[]): number {
  const sides = files.flatMap((file) => {
    if (file.kind === 'icns') return [MOST_SOURCE_SIDE];
    if (file.kind !== 'png') return [];
    const { drawing } = file;
    const { width, height } = typeof drawing.within === 'string' ? drawing : drawing.within;
    return [2 * width, 2 * height];
  });
  return Math.min(MOST_SOURCE_SIDE, Math.max(...sides, 512));
}

function tooLarge(limit: number): ProblemError {
  const detail = `The files of the kit have more than ${limit} bytes together; fewer parts have less, and so may "optimise": "size"`;
  return new ProblemError('output-too-large', detail);
}

function warning(name: string, { rule, measured }: Check): string {
  const { says, expected } = RULES[rule];
  return `${name}: ${says}: ${measured}, expected ${expected}`;
}

function text(name: string, mediaType: string, content: string): RenderedFile {
  return { name, mediaType, bytes: Buffer.from(content) };
}
