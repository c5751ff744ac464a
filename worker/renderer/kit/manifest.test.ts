import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kitRecipe } from '../testing/render-all.ts';
import { webManifest } from './manifest.ts';

test('the manifest carries names and colours, and tells maskable icons from the others', () => {
  const recipe = kitRecipe({ name: 'Ünï "quoted"', shortName: 'Ünï', background: '#abcdef', themeColor: '#123456' });
  assert.deepEqual(JSON.parse(webManifest(recipe)), {
    name: 'Ünï "quoted"',
    short_name: 'Ünï',
    icons: [
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    theme_color: '#123456',
    background_color: '#abcdef',
    display: 'standalone',
    start_url: '/',
  });
});

test('without a short name the name takes its place', () => {
  assert.equal(JSON.parse(webManifest(kitRecipe({ name: 'Long' }))).short_name, 'Long');
});
