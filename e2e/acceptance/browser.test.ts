import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import Type from 'typebox';
import Value from 'typebox/value';
import type { RecipeRequest } from '../../client/index.ts';
import { browserProgram, serveSite, startBrowser } from '../harness/browser.ts';
import { apiClient } from '../harness/client.ts';
import { LOGOS } from '../harness/logos.ts';
import { newDataFolder, startProduct } from '../harness/product.ts';
import { skipWithout } from '../harness/programs.ts';

const skip = skipWithout([browserProgram()], 'no browser reads the files back');

const Picture = Type.Object({ width: Type.Number(), height: Type.Number() });
const Manifest = Type.Object({
  url: Type.String(),
  errors: Type.Array(Type.Unknown()),
  data: Type.Optional(Type.String()),
});
const Installability = Type.Object({ installabilityErrors: Type.Array(Type.Object({ errorId: Type.String() })) });

/** Loads a picture in the page and gives its size; rejects when the browser cannot decode it. */
const decode = (file: string) => `(async () => {
  const picture = new Image();
  picture.src = ${JSON.stringify(file)};
  await picture.decode();
  return { width: picture.naturalWidth, height: picture.naturalHeight };
})()`;

test('a browser takes the kit, its snippet and manifest, and every format', { skip }, async (t) => {
  await using folder = await newDataFolder();
  await using product = await startProduct(`${folder.path}/data`, {});
  const api = apiClient(product.baseUrl, product.key ?? '');
  const logoId = await api.upload(await LOGOS['an SVG icon']());
  const moving = await api.upload(await LOGOS['an animated GIF']());
  const files = new Map<string, { mediaType: string; bytes: Buffer; width?: number }>();
  const make = async (logo: string, recipe: RecipeRequest, prefix = '') => {
    const { outputs } = await api.made({ logoId: logo, recipe });
    for (const output of outputs) {
      const { name, mediaType, width } = output;
      files.set(prefix + name, {
        mediaType,
        bytes: await api.download(output),
        ...(width === undefined ? {} : { width }),
      });
    }
  };
  await make(logoId, { type: 'kit', name: 'Acme & Söhne' });
  const variants = ['png', 'jpeg', 'webp', 'avif', 'gif', 'ico', 'svg'] as const;
  for (const format of variants) await make(logoId, { type: 'variant', format, width: 96 }, 'still-');
  for (const format of ['webp', 'gif'] as const) await make(moving, { type: 'variant', format, width: 48 }, 'moving-');

  const snippet = files.get('snippet.html')?.bytes.toString() ?? '';
  const pictures = [...files].filter(
    ([, { mediaType }]) => mediaType.startsWith('image/') && mediaType !== 'image/icns',
  );
  const body = pictures.map(([name]) => `<figure><img src="/${name}" alt=""><figcaption>${name}</figcaption></figure>`);
  await using site = await serveSite(
    `<!doctype html><html lang="en"><head>${snippet}</head><body>${body.join('')}</body></html>`,
    files,
  );
  await using browser = await startBrowser(`${folder.path}/profile`);
  await browser.open(site.url);

  for (const [name, { width }] of pictures) {
    await t.test(`${name} is decoded`, async () => {
      const seen = await browser.evaluate(Picture, decode(`/${name}`));
      assert.ok(seen.width > 0 && seen.height > 0);
      if (width !== undefined) assert.equal(seen.width, width);
    });
  }

  await t.test('every address in the snippet is there', async () => {
    const links = await browser.evaluate(
      Type.Array(Type.String()),
      '[...document.head.querySelectorAll("link[href]")].map((link) => link.getAttribute("href"))',
    );
    assert.ok(links.length >= 4);
    for (const link of links) assert.ok(files.has(link.replace(/^\//, '')), link);
  });

  await t.test('the manifest is read without an error, and makes the page installable', async () => {
    const { url, errors, data } = Value.Parse(Manifest, await browser.call('Page.getAppManifest'));
    assert.equal(url, `${site.url}site.webmanifest`);
    assert.deepEqual(errors, []);
    assert.match(data ?? '', /Acme & Söhne/);
    const { installabilityErrors } = Value.Parse(Installability, await browser.call('Page.getInstallabilityErrors'));
    assert.deepEqual(installabilityErrors, []);
  });

  await t.test('all pictures are seen on the page', async () => {
    const shot = Value.Parse(Type.Object({ data: Type.String() }), await browser.call('Page.captureScreenshot'));
    const { isOpaque, entropy } = await sharp(Buffer.from(shot.data, 'base64')).stats();
    assert.ok(isOpaque && entropy > 0.5, `the page shows next to nothing: entropy ${entropy}`);
  });
});
