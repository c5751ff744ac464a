import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KitPart } from '@logomorph/contract/recipe/kit-parts.ts';
import { kitRecipe } from '../../testing/render-all.ts';
import { filesOf } from '../catalogue/catalogue.ts';
import { snippet } from './snippet.ts';

const snippetOf = (include: readonly KitPart[], logo: 'vector' | 'raster' = 'vector', fields = {}) =>
  snippet({ recipe: kitRecipe(fields), files: filesOf(include, logo) });

test('the snippet links what a modern kit has, in four to six tags', () => {
  const tags = (logo: 'vector' | 'raster') => snippetOf(['modern'], logo).match(/<(?:link|meta)\b/g)?.length;
  assert.equal(tags('vector'), 6);
  assert.equal(tags('raster'), 5);
  assert.match(snippetOf(['modern']), /<link rel="icon" href="\/icon.svg" type="image\/svg\+xml">/);
  assert.doesNotMatch(snippetOf(['modern'], 'raster'), /icon\.svg/);
});

test('the snippet names no file that its kit has not', () => {
  for (const parts of [['favicon'], ['apple-touch'], ['pwa'], ['social'], ['compat'], ['modern', 'compat']] as const) {
    const names = filesOf(parts, 'raster').map(({ name }) => name);
    for (const [, name = ''] of snippetOf(parts, 'raster').matchAll(/(?:href|content)="\/([^"]+)"/g)) {
      assert.ok(names.includes(name), `${parts}: ${name}`);
    }
  }
});

test('a page has one manifest, whatever its kit has', () => {
  assert.equal(snippetOf(['modern', 'compat']).match(/rel="manifest"/g)?.length, 1);
  assert.match(snippetOf(['modern', 'compat']), /rel="manifest" href="\/site.webmanifest"/);
  assert.match(snippetOf(['compat']), /rel="manifest" href="\/manifest.webmanifest"/);
});

test('a startup image is for the screen of its size alone', () => {
  assert.ok(
    snippetOf(['compat']).includes(
      '<link rel="apple-touch-startup-image" media="(device-width: 390px) and (device-height: 844px) and ' +
        '(-webkit-device-pixel-ratio: 3) and (orientation: portrait)" href="/apple-touch-startup-image-1170x2532.png">',
    ),
  );
});

test('a name cannot leave its attribute', () => {
  const html = snippetOf(['modern'], 'vector', { name: `"><script>alert('1')</script>&` });
  assert.match(html, /content="&quot;&gt;&lt;script&gt;alert\(&#39;1&#39;\)&lt;\/script&gt;&amp;"/);
});
