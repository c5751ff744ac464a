import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { Icns } from '@fiahfy/icns';
import decodeIco from 'decode-ico';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { render } from '../render.ts';
import { letterL, rasterLogos } from '../testing/logos.ts';
import { difference, measureInk, pixelsOf, type Rgba } from '../testing/pixels.ts';
import { REAL_LOGOS, svgLogo } from '../testing/real-logos.ts';
import { BACKGROUND, kitRecipe, renderAll } from '../testing/render-all.ts';

const BACKGROUND_RGBA: Rgba = [0, 255, 128, 255];
const OPAQUE = ['apple-touch-icon.png', 'icon-maskable-512.png', 'social-card.png'];
const SIZES: Record<string, [number, number]> = {
  'apple-touch-icon.png': [180, 180],
  'icon-192.png': [192, 192],
  'icon-512.png': [512, 512],
  'icon-maskable-512.png': [512, 512],
  'icon-monochrome-512.png': [512, 512],
  'social-card.png': [1200, 630],
};

for (const [title, logo] of Object.entries({ ...REAL_LOGOS, ...(await rasterLogos()) })) {
  test(`the kit of ${title}`, async (t) => {
    const files = await renderAll(logo, kitRecipe());

    await t.test('has exactly its files', () => {
      assert.deepEqual(
        [...files.keys()],
        [
          'favicon.ico',
          ...(logo.format === 'svg' ? ['icon.svg'] : []),
          'apple-touch-icon.png',
          'icon-192.png',
          'icon-512.png',
          'icon-maskable-512.png',
          'icon-monochrome-512.png',
          'social-card.png',
          'site.webmanifest',
          'snippet.html',
          'README.md',
          'kit.json',
          'SHA256SUMS',
          'kit.zip',
        ],
      );
    });

    await t.test('has pictures of the sizes they say, without metadata, opaque where platforms want it', async () => {
      for (const [name, [width, height]] of Object.entries(SIZES)) {
        const file = files.get(name);
        assert.ok(file, name);
        assert.deepEqual([file.width, file.height], [width, height], name);
        const metadata = await sharp(file.bytes).metadata();
        assert.deepEqual([metadata.format, metadata.width, metadata.height], ['png', width, height], name);
        assert.deepEqual([metadata.exif, metadata.icc, metadata.xmp], [undefined, undefined, undefined], name);
        if (OPAQUE.includes(name)) assert.equal((await sharp(file.bytes).stats()).isOpaque, true, name);
      }
    });

    await t.test('has the ink of its maskable icon just inside the safe zone', async () => {
      const { reach } = await measureInk(bytesOf(files, 'icon-maskable-512.png'), BACKGROUND_RGBA);
      assert.ok(reach >= 0.38 * 512 && reach <= 0.4 * 512, `farthest ink at ${reach / 512} of the width`);
    });

    await t.test('has the ink of its icons in the middle', async () => {
      for (const name of [...OPAQUE, 'icon-512.png']) {
        const [width = 0, height = 0] = SIZES[name] ?? [];
        const { middle } = await measureInk(
          bytesOf(files, name),
          OPAQUE.includes(name) ? BACKGROUND_RGBA : [0, 0, 0, 0],
        );
        assert.ok(difference(middle, [width / 2, height / 2]) <= 1, `the ink of ${name} has its middle at ${middle}`);
      }
    });

    await t.test('has the same bytes in its zip', () => {
      const entries = unzipSync(bytesOf(files, 'kit.zip'));
      assert.deepEqual(
        Object.keys(entries),
        [...files.keys()].filter((name) => name !== 'kit.zip'),
      );
      for (const [name, bytes] of Object.entries(entries)) assert.ok(bytesOf(files, name).equals(bytes), name);
    });
  });
}

const EVERY_PART = ['modern', 'android', 'windows', 'ios', 'macos', 'extension', 'social', 'email', 'store'] as const;

for (const [title, logo] of Object.entries({
  'an SVG': svgLogo(
    '<rect x="10" y="20" width="70" height="60" fill="#102040"/><circle cx="70" cy="30" r="20" fill="#d33"/>',
  ),
  'a raster': { format: 'png', bytes: await letterL(400, 300).png().toBuffer() } as const,
})) {
  test(`the kit of all platforms, of ${title}`, async (t) => {
    const files = await renderAll(logo, kitRecipe({ include: [...EVERY_PART], background: '#ffffff' }));
    const report = JSON.parse(bytesOf(files, 'kit.json').toString());

    await t.test('passes all its checks', () => {
      for (const { name, checks } of report.files) {
        for (const check of checks) assert.ok(check.pass, `${name}: ${JSON.stringify(check)}`);
      }
      assert.deepEqual([report.failed > 0, report.checks > 100], [false, true]);
    });

    await t.test('has the layers of an Android icon inside the circle that is never cut off', async () => {
      for (const [density, side] of [
        ['mdpi', 108],
        ['hdpi', 162],
        ['xhdpi', 216],
        ['xxhdpi', 324],
        ['xxxhdpi', 432],
      ]) {
        for (const layer of ['foreground', 'monochrome']) {
          const { bytes, width = 0 } = files.get(`mipmap-${density}/ic_launcher_${layer}.png`) ?? {};
          assert.ok(bytes && width === side, `${density}`);
          const { reach } = await measureInk(bytes, [0, 0, 0, 0]);
          assert.ok(reach <= (33 / 108) * width && reach > 0.27 * width, `${layer} of ${density}: ${reach / width}`);
        }
      }
    });

    await t.test('has icons of iOS that are opaque, the tinted one in greys on black', async () => {
      for (const name of ['icon-1024.png', 'icon-dark-1024.png', 'icon-tinted-1024.png']) {
        const icon = sharp(bytesOf(files, `AppIcon.appiconset/${name}`));
        assert.deepEqual([(await icon.metadata()).hasAlpha, (await icon.metadata()).width], [false, 1024], name);
      }
      const tinted = await pixelsOf(bytesOf(files, 'AppIcon.appiconset/icon-tinted-1024.png'));
      assert.deepEqual(tinted.at(0, 0), [0, 0, 0, 255]);
      const [red, green, blue] = tinted.at(300, 512);
      assert.ok(red === green && green === blue && red > 60, `${red} ${green} ${blue}`);
      const { images } = JSON.parse(bytesOf(files, 'AppIcon.appiconset/Contents.json').toString());
      for (const { filename } of images) assert.ok(files.has(`AppIcon.appiconset/${filename}`), filename);
    });

    await t.test('has the depth of pixels that Google Play wants', async () => {
      const icon = await sharp(bytesOf(files, 'google-play-512.png')).metadata();
      const feature = await sharp(bytesOf(files, 'google-play-feature-1024x500.png')).metadata();
      assert.deepEqual([icon.channels, icon.isPalette, icon.width], [4, false, 512]);
      assert.deepEqual([feature.channels, feature.isPalette, feature.width, feature.height], [3, false, 1024, 500]);
    });

    await t.test('has an icon for Windows of all sides', () => {
      const sides = decodeIco(bytesOf(files, 'app.ico')).map(({ width }) => width);
      assert.deepEqual(sides, [16, 20, 24, 32, 40, 48, 64, 256]);
    });

    await t.test('has an icon for macOS on a tile with round corners', async () => {
      const largest = Icns.from(bytesOf(files, 'app.icns')).images.find(({ osType }) => osType === 'ic10');
      const { at } = await pixelsOf(largest?.image ?? assert.fail('there is no ic10'));
      assert.deepEqual([at(512, 90)[3], at(110, 110)[3], at(913, 913)[3]], [0, 0, 0]);
      assert.deepEqual(
        [at(512, 110), at(110, 512)],
        [
          [255, 255, 255, 255],
          [255, 255, 255, 255],
        ],
      );
    });

    await t.test('leaves the margin free that stores of extensions want', async () => {
      const { at } = await pixelsOf(bytesOf(files, 'extension/icon-128.png'));
      for (let place = 0; place < 128; place++) {
        assert.deepEqual([at(place, 15)[3], at(15, place)[3], at(place, 112)[3], at(112, place)[3]], [0, 0, 0, 0]);
      }
    });

    await t.test('names every file in README.md, with its reason', () => {
      const readme = bytesOf(files, 'README.md').toString();
      for (const name of files.keys()) if (name !== 'kit.zip') assert.ok(readme.includes(`| \`${name}\` | `), name);
    });
  });
}

test('the older kit has opaque Apple pictures, the logo in the middle of them, and equal pictures once', async () => {
  const files = await renderAll(svgLogo('<circle cx="50" cy="50" r="50"/>'), kitRecipe({ include: ['compat'] }));
  for (const [name, { bytes, width = 0, height = 0 }] of files) {
    if (!name.startsWith('apple-touch-startup-image')) continue;
    const { opaque, middle } = await measureInk(bytes, BACKGROUND_RGBA);
    assert.ok(opaque, name);
    assert.ok(difference(middle, [width / 2, height / 2]) <= 1, `the ink of ${name} has its middle at ${middle}`);
  }
  assert.equal(bytesOf(files, 'apple-touch-icon.png'), bytesOf(files, 'apple-touch-icon-180x180.png'));
});

test('kit.json tells what a logo breaks, and warnings say it', async () => {
  const warnings: string[] = [];
  const source = svgLogo('<script>1</script><rect width="300" height="20" fill="#fefefe"/>', 'viewBox="0 0 300 20"');
  const options = { signal: new AbortController().signal, warn: (warning: string) => warnings.push(warning) };
  const files = new Map<string, { bytes: Buffer }>();
  for await (const file of render([source], kitRecipe({ background: '#ffffff' }), options)) files.set(file.name, file);
  const report = JSON.parse(bytesOf(files, 'kit.json').toString());
  const broken = report.files.flatMap(({ name, checks }: { name: string; checks: { rule: string; pass: boolean }[] }) =>
    checks.filter(({ pass }) => !pass).map(({ rule }) => `${name} ${rule}`),
  );
  for (const expected of [
    'favicon.ico small-size',
    'apple-touch-icon.png contrast',
    'icon-monochrome-512.png monochrome-shape',
  ]) {
    assert.ok(broken.includes(expected), `${expected} in ${broken}`);
  }
  assert.equal(report.failed, broken.length);
  assert.deepEqual(report.dropped, ['script']);
  assert.ok(warnings.some((warning) => warning.startsWith('favicon.ico: The ink stays legible')));
  for (const { standard, says } of Object.values<{ standard: string; says: string }>(report.rules))
    assert.ok(standard && says);
});

test('SHA256SUMS has the checksum of every file but itself and the zip', async () => {
  const files = await renderAll(svgLogo('<circle cx="50" cy="50" r="40"/>'), kitRecipe());
  const lines = bytesOf(files, 'SHA256SUMS').toString().trimEnd().split('\n');
  assert.deepEqual(
    lines,
    [...files]
      .filter(([name]) => name !== 'SHA256SUMS' && name !== 'kit.zip')
      .map(([name, { bytes }]) => `${hash('sha256', bytes)}  ${name}`),
  );
});

test('a small kit has every file of a quick one, none of them larger', async () => {
  const logo = { format: 'png', bytes: await letterL(500, 400).png().toBuffer() } as const;
  const [quick, small] = await Promise.all(
    (['speed', 'size'] as const).map((optimise) => renderAll(logo, kitRecipe({ optimise }))),
  );
  assert.ok(quick && small);
  assert.deepEqual([...small.keys()], [...quick.keys()]);
  for (const [name, { bytes, mediaType }] of quick) {
    if (mediaType === 'image/png') assert.ok(bytesOf(small, name).length <= bytes.length, name);
  }
});

test('margins of a logo do not make its icons smaller', async () => {
  const trimmed = await letterL(300, 300).extract({ left: 30, top: 30, width: 180, height: 240 }).png().toBuffer();
  const padded = await letterL(300, 300).png().toBuffer();
  const [a, b] = await Promise.all([trimmed, padded].map((bytes) => renderAll({ format: 'png', bytes }, kitRecipe())));
  assert.ok(a && b && bytesOf(a, 'icon-512.png').equals(bytesOf(b, 'icon-512.png')));
});

test('the colour behind opaque icons is that of the recipe', async () => {
  const files = await renderAll(svgLogo('<circle cx="50" cy="50" r="40"/>'), kitRecipe({ background: BACKGROUND }));
  for (const name of OPAQUE) {
    assert.deepEqual((await pixelsOf(bytesOf(files, name))).at(0, 0), BACKGROUND_RGBA, name);
  }
});

for (const [title, fill, fields, expected] of [
  ['white, behind a logo that is seen on it', '#fbbc05', {}, '#ffffff'],
  ['the dark one, behind a logo that is not seen on white', '#fdfdfd', {}, '#121212'],
  ['the dark one of the recipe', '#fdfdfd', { darkBackground: '#203040' }, '#203040'],
  ['what the recipe says, even for a logo that is not seen on it', '#fdfdfd', { background: '#ffffff' }, '#ffffff'],
] as const) {
  test(`the ground is ${title}`, async () => {
    const warnings: string[] = [];
    const logo = svgLogo(`<circle cx="50" cy="50" r="40" fill="${fill}"/>`);
    const files = await renderAll(logo, kitRecipe({ background: 'auto', ...fields }), warnings);
    assert.equal(JSON.parse(bytesOf(files, 'site.webmanifest').toString()).background_color, expected);
    for (const name of OPAQUE) {
      assert.equal((await pixelsOf(bytesOf(files, name))).at(0, 0).slice(0, 3).join(), rgbOf(expected).join(), name);
    }
    assert.equal(
      warnings.includes(`background: ${expected} was taken, because the logo cannot be seen on white`),
      expected !== '#ffffff',
    );
  });
}

test('icon.svg is square for a logo that is not', async () => {
  const files = await renderAll(svgLogo('<rect width="200" height="50"/>', 'viewBox="0 0 200 50"'), kitRecipe());
  const { width, height } = await sharp(bytesOf(files, 'icon.svg')).metadata();
  assert.deepEqual([width, height], [200, 200]);
});

test('what a viewBox hides stays hidden in square icons', async () => {
  const logo = svgLogo(
    '<rect width="200" height="50"/><rect y="60" width="200" height="50" fill="red"/>',
    'viewBox="0 0 200 50"',
  );
  const files = await renderAll(logo, kitRecipe());
  const icon = await pixelsOf(bytesOf(files, 'icon.svg'));
  assert.deepEqual([icon.at(100, 100)[3], icon.at(100, 150)[3]], [255, 0]);
  assert.deepEqual((await measureInk(bytesOf(files, 'icon-512.png'), [0, 0, 0, 0])).pixels, 512 * 128);
});

function rgbOf(hex: string): number[] {
  return [...Buffer.from(hex.slice(1), 'hex')];
}

function bytesOf(files: ReadonlyMap<string, { bytes: Buffer }>, name: string): Buffer {
  const file = files.get(name);
  assert.ok(file, `${name} is missing`);
  return file.bytes;
}
