import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeIcns } from '../../encode/icns.ts';
import { encodeIco } from '../../encode/ico.ts';
import { encodePng, encodeRgbaPng } from '../../encode/png.ts';
import { toRaster } from '../../raster.ts';
import { paint } from '../../testing/logos.ts';
import { svgLogo } from '../../testing/real-logos.ts';
import { checkIcnsFrames, checkIcoFrames } from './check-icons.ts';
import { checkManifest, checkNames, checkSvg } from './check-text.ts';

const raster = await toRaster(paint(16, 16, (x) => [x, 0, 0, 255]));
const frame = { side: 16, png: await encodeRgbaPng(raster) };

test('ico-frames fails a frame that is missing, of another side, or not of RGBA', async () => {
  assert.equal(checkIcoFrames(encodeIco([frame]), [16]).pass, true);
  assert.equal(checkIcoFrames(encodeIco([frame]), [16, 32]).pass, false);
  assert.equal(checkIcoFrames(encodeIco([{ ...frame, side: 32 }]), [32]).pass, false);
  assert.equal(checkIcoFrames(encodeIco([{ side: 16, png: await encodePng(raster) }]), [16]).pass, false);
});

test('icns-frames fails a file that lacks a size', () => {
  assert.equal(checkIcnsFrames(encodeIcns([{ raster, png: frame.png }])).pass, false);
});

test('svg-safe fails a script, and svg-dark-style a style that is missing', () => {
  const checks = (content: string, needsDarkStyle: boolean) =>
    checkSvg(svgLogo(content).bytes, { needsDarkStyle }).map(({ pass }) => pass);
  assert.deepEqual(checks('<rect width="9" height="9"/>', false), [true, true]);
  assert.deepEqual(checks('<script>1</script>', true), [false, false]);
});

test('names-files fails a text that names what the kit has not', () => {
  const names = new Set(['a.png', 'folder/b.png']);
  assert.equal(checkNames('src="/a.png"', names, './').pass, true);
  assert.equal(checkNames('"filename": "b.png"', names, 'folder/').pass, true);
  assert.equal(checkNames('src="/c.png"', names, './').pass, false);
});

test('manifest-icons fails an icon that is missing, of another size, or for any and maskable', () => {
  const pass = (icon: object) => {
    const text = JSON.stringify({ icons: [{ src: 'a.png', sizes: '16x16', purpose: 'any', ...icon }] });
    return checkManifest(text, (name) => (name === 'a.png' ? frame.png : undefined)).pass;
  };
  assert.equal(pass({}), true);
  assert.equal(pass({ src: 'b.png' }), false);
  assert.equal(pass({ sizes: '32x32' }), false);
  assert.equal(pass({ purpose: 'any maskable' }), false);
  assert.equal(pass({ purpose: 'maskable' }), false);
});
