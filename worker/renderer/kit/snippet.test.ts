import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kitRecipe } from '../testing/render-all.ts';
import { snippet } from './snippet.ts';

test('the snippet links what the kit has, in four to six tags', () => {
  const tags = (hasSvg: boolean) => snippet(kitRecipe(), { hasSvg }).match(/<(?:link|meta)\b/g)?.length;
  assert.equal(tags(true), 6);
  assert.equal(tags(false), 5);
  assert.match(snippet(kitRecipe(), { hasSvg: true }), /<link rel="icon" href="\/icon.svg" type="image\/svg\+xml">/);
  assert.doesNotMatch(snippet(kitRecipe(), { hasSvg: false }), /icon\.svg/);
});

test('a name cannot leave its attribute', () => {
  const html = snippet(kitRecipe({ name: `"><script>alert('1')</script>&` }), { hasSvg: true });
  assert.match(html, /content="&quot;&gt;&lt;script&gt;alert\(&#39;1&#39;\)&lt;\/script&gt;&amp;"/);
});
