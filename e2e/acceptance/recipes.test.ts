import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import Type from 'typebox';
import Value from 'typebox/value';
import type { RenderRequest } from '../../client/index.ts';
import type { ApiClient } from '../harness/client.ts';
import { LOGOS } from '../harness/logos.ts';
import { embedded } from '../harness/profiles.ts';
import { useProduct } from '../harness/use-product.ts';

const svg = (content: string): Buffer<ArrayBuffer> =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${content}</svg>`);

const RING = svg('<path fill="#c1121f" fill-rule="evenodd" d="M5 5h90v90H5zM30 30v40h40V30z"/>');
const DISC = svg('<circle cx="50" cy="50" r="45" fill="#003049"/>');

/** The pixels of a picture, over white; of one frame when it moves. */
const pixels = (bytes: Buffer, page = 0) => sharp(bytes, { page }).ensureAlpha().raw().toBuffer();

describe('every recipe, by the API', () => {
  const run = useProduct(embedded);
  let api: ApiClient;
  let ring: string;
  let disc: string;
  before(async () => {
    ({ api } = run());
    ring = await api.upload(RING);
    disc = await api.upload(DISC);
  });

  /** Asks for a render, waits for it, and gives its files by name. */
  async function made(request: RenderRequest): Promise<Map<string, Buffer>> {
    const { state, error, outputs } = await api.made(request);
    assert.equal(state, 'succeeded', JSON.stringify(error));
    const files = new Map<string, Buffer>();
    for (const output of outputs) files.set(output.name, await api.download(output));
    return files;
  }

  const file = (files: Map<string, Buffer>, name: string): Buffer =>
    files.get(name) ?? assert.fail(`${name} is not among ${[...files.keys()]}`);

  test('palette tells the colour of a logo of one', async () => {
    const files = await made({ logoId: ring, recipe: { type: 'palette' } });
    const palette = Value.Parse(
      Type.Object({ dominant: Type.String(), background: Type.String(), thumbHash: Type.String() }),
      JSON.parse(file(files, 'palette.json').toString()),
    );
    assert.equal(palette.dominant, '#c1121f');
  });

  test('recolour gives an SVG and a PNG in the colour asked for', async () => {
    const recipe = { type: 'recolour', mode: 'monochrome', colour: '#00ff00', width: 100 } as const;
    const files = await made({ logoId: ring, recipe });
    assert.deepEqual([...files.keys()], ['logo.svg', 'logo.png']);
    for (const name of files.keys()) {
      const { data, info } = await sharp(file(files, name))
        .resize(100, 100)
        .raw()
        .toBuffer({ resolveWithObject: true });
      const at = (10 * info.width + 10) * info.channels;
      assert.deepEqual([...data.subarray(at, at + 4)], [0, 255, 0, 255], name);
    }
  });

  test('a morph starts and ends in the still renders, to the pixel', async () => {
    const recipe = { type: 'morph', width: 128, height: 128, duration: 500, fps: 20 } as const;
    const morph = file(await made({ logoId: ring, toLogoId: disc, recipe }), 'morph.webp');
    const { pages = 0, width } = await sharp(morph).metadata();
    assert.ok(pages > 5);
    assert.equal(width, 128);
    const still = { type: 'variant', width: 128, height: 128, fit: 'contain' } as const;
    for (const [logoId, frame] of [
      [ring, 0],
      [disc, pages - 1],
    ] as const) {
      const variant = file(await made({ logoId, recipe: still }), 'logo.png');
      assert.ok((await pixels(variant)).equals(await pixels(morph, frame)), `frame ${frame}`);
    }
  });

  test('a batch makes the recipe of each logo, and tells how many', async () => {
    const logoIds = [ring, disc, await api.upload(await LOGOS['a tiny PNG']())];
    const batch = await api.render({ logoIds, recipe: { type: 'variant', width: 32 } });
    const events = await api.follow(batch.id);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['queued', 'started', 'child', 'child', 'child', 'succeeded'],
    );
    assert.deepEqual((await api.read(batch.id)).children, { total: 3, succeeded: 3, failed: 0, canceled: 0 });
    const items = await Array.fromAsync(api.list('/v1/renders', { query: { parentId: batch.id } }));
    assert.equal(items.length, 3);
    for (const { id } of items) assert.equal((await api.read(id)).outputs.length, 1);
  });

  test('what was left out of an SVG is told', async () => {
    const logoId = await api.upload(svg('<script>alert(1)</script><rect width="50" height="50" onload="x()"/>'));
    const { warnings, outputs } = await api.made({ logoId, recipe: { type: 'variant', format: 'svg' } });
    assert.match(warnings.join(), /script/);
    assert.match(warnings.join(), /onload/);
    const [output] = outputs;
    assert.doesNotMatch((await api.download(output)).toString(), /script|onload|alert/);
  });

  test('files of an icon set are in a folder, in the zip and by their address', async () => {
    const files = await made({ logoId: ring, recipe: { type: 'kit', include: ['ios'] } });
    const contents = file(files, 'AppIcon.appiconset/Contents.json');
    assert.ok(
      Buffer.from(unzipSync(file(files, 'kit.zip'))['AppIcon.appiconset/Contents.json'] ?? []).equals(contents),
    );
  });

  test('what cannot be made of a logo fails with the reason', async () => {
    const raster = await api.upload(await LOGOS['a tiny PNG']());
    for (const [recipe, problem] of [
      [{ type: 'variant', format: 'svg' }, 'format-not-possible'],
      [{ type: 'variant', crop: { left: 4, top: 4, width: 40, height: 4 } }, 'crop-outside-logo'],
      [{ type: 'variant', format: 'webp', width: 1000, maxBytes: 100 }, 'max-bytes-not-reached'],
    ] as const) {
      const { id } = await api.renderOf(raster, recipe);
      assert.equal((await api.follow(id)).at(-1)?.type, 'failed');
      assert.equal((await api.read(id)).error?.type, `urn:logomorph:problem:${problem}`);
    }
    const recipe = { type: 'morph', duration: 10_000, fps: 60 } as const;
    const { error } = await api.made({ logoId: ring, toLogoId: disc, recipe });
    assert.equal(error?.type, 'urn:logomorph:problem:morph-too-large');
  });
});
