import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { kitRecipe } from '../../testing/render-all.ts';
import { filesOf } from '../catalogue/catalogue.ts';
import { compatManifest, webManifest } from './web-manifest.ts';

const kitOf = (fields: Partial<KitRecipe>) => {
  const recipe = kitRecipe(fields);
  return { recipe, files: filesOf(recipe.include, 'vector') };
};

test('the manifest carries names and colours, and tells the purposes of icons apart', () => {
  const kit = kitOf({ name: 'Ünï "quoted"', shortName: 'Ünï', background: '#abcdef', themeColor: '#123456' });
  assert.deepEqual(JSON.parse(webManifest(kit)), {
    name: 'Ünï "quoted"',
    short_name: 'Ünï',
    icons: [
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: 'icon-monochrome-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
    ],
    theme_color: '#123456',
    background_color: '#abcdef',
    display: 'standalone',
    start_url: '/',
  });
});

test('without a short name the name takes its place', () => {
  assert.equal(JSON.parse(webManifest(kitOf({ name: 'Long' }))).short_name, 'Long');
});

test('the older manifest lists the icons of older generators', () => {
  const { icons } = JSON.parse(compatManifest(kitOf({ include: ['compat'] })));
  assert.deepEqual(
    icons.map(({ src }: { src: string }) => src),
    [36, 48, 72, 96, 144, 192, 256, 384, 512].map((side) => `android-chrome-${side}x${side}.png`),
  );
});
