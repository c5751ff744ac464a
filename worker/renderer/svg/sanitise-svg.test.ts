import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REAL_LOGOS, svgLogo } from '../testing/real-logos.ts';
import { sanitiseSvg } from './sanitise-svg.ts';

const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';

function sanitise(content: string, attributes?: string) {
  const { svg, dropped } = sanitiseSvg(svgLogo(content, attributes).bytes);
  return { svg: svg.toString(), dropped };
}

for (const [what, content, dropped] of [
  ['a script', '<script>alert(1)</script>', ['script']],
  ['a foreignObject', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', ['foreignObject']],
  ['an event handler', '<rect onload="alert(1)"/>', ['onload of rect']],
  ['an animation', '<rect><set attributeName="href" to="javascript:alert(1)"/></rect>', ['set']],
  ['a picture by http', '<image href="http://example.com/a.png"/>', ['href of image: external reference']],
  ['a picture by file', '<image xlink:href="file:///etc/passwd"/>', ['href of image: external reference']],
  ['an SVG in a picture', '<image href="data:image/svg+xml;base64,AAAA"/>', ['href of image: external reference']],
  ['a use of another document', '<use href="other.svg#a"/>', ['href of use: external reference']],
  ['a filter that loads', '<filter id="f"><feImage href="http://example.com/a"/></filter>', ['feImage']],
  ['a paint by http', '<rect fill="url(http://example.com/a#b)"/>', ['fill of rect: external reference']],
  ['a paint with an escape', '<rect fill="u\\72l(http://example.com)"/>', ['fill of rect: css escape']],
  ['an unknown function', '<rect fill="image-set(&quot;a.png&quot; 1x)"/>', ['fill of rect: image-set()']],
  ['an import', '<style>@import "http://example.com/a.css";</style>', ['css @import']],
  ['a font', '<style>@font-face{font-family:a;src:url(data:font/woff,a)}</style>', ['css @font-face']],
  [
    'a style by http',
    '<rect style="fill:url(http://example.com/a)"/>',
    ['style of rect: css fill: external reference'],
  ],
  [
    'a style with an escape',
    '<rect style="fill:\\75rl(http://example.com/a)"/>',
    ['style of rect: css fill: a value that cannot be parsed'],
  ],
  ['an expression', '<rect style="width:expression(alert(1))"/>', ['style of rect: css width: expression()']],
  ['a white space rule that XML does not know', '<g xml:space="x"/>', ['space of g: neither default nor preserve']],
  ['path data after a mistake', '<path d="M0 0L9 NaN"/>', ['d of path: coordinates that cannot be parsed']],
  [
    'a unit that makes filters endless',
    '<feDiffuseLighting kernelUnitLength=".001"/>',
    ['kernelUnitLength of feDiffuseLighting'],
  ],
  ['a selector of siblings', '<style>g~g{fill:red}</style>', ['css selector with ~']],
  ['a selector of selectors', '<style>g:not(.a){fill:red}</style>', ['css selector with :not']],
  ['an element in a title, which HTML takes for its own', '<title><image/><g/></title>', ['image', 'g']],
  ['an element of HTML', '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>', ['script']],
  [
    'a selector of what is left out',
    '<style>[data-a]{fill:red}</style><g data-a="1"/>',
    ['css selector with [data-a]'],
  ],
] as const) {
  test(`${what} is left out, and said to be`, () => {
    const result = sanitise(`${content}<path d="M0 0h9v9z"/>`);
    assert.deepEqual(result.dropped, dropped);
    assert.doesNotMatch(
      result.svg,
      /script|foreign|onload|http:\/\/(?!www\.w3\.org\/2000\/svg)|file:|javascript|\\|import|expression|image-set/,
    );
    assert.match(result.svg, /<path d="M0 0h9v9z"\/>/);
  });
}

for (const [what, content, kept] of [
  ['a use of a fragment', '<defs><path id="a" d="M0 0h9"/></defs><use xlink:href="#a"/>', '<use href="#a"/>'],
  ['an embedded picture', `<image href="${PIXEL}"/>`, `<image href="${PIXEL}"/>`],
  ['a paint of the document', '<rect fill="url(#g)"/>', '<rect fill="url(#g)"/>'],
  ['a transform', '<g transform="rotate(45 1 2)"/>', '<g transform="rotate(45 1 2)"/>'],
  ['a style sheet', '<style>.a{fill:#f00}</style>', '<style>.a{fill:#f00}</style>'],
  ['a CDATA style sheet', '<style><![CDATA[.a>b{fill:url(#g)}]]></style>', '<style>.a&gt;b{fill:url(#g)}</style>'],
  ['a dark scheme', '<style>@media (prefers-color-scheme:dark){.a{fill:#fff}}</style>', '{.a{fill:#fff}}</style>'],
  ['text', '<text x="1">A &lt; B</text>', '<text x="1">A &lt; B</text>'],
  ['what a link shows', '<a href="http://example.com"><path d="M0 0h9"/></a>', '<g><path d="M0 0h9"/></g>'],
] as const) {
  test(`${what} stays`, () => {
    assert.ok(sanitise(content).svg.includes(kept), sanitise(content).svg);
  });
}

test('the notes of editors are left out without a word, as nothing of the logo is missing then', () => {
  const notes = `version="1.1" lang="en" data-name="Layer 1" aria-label="Acme" xml:lang="en" xlink:title="Acme"
    xmlns:x="http://example.com/x" x:href="a"`;
  const { svg, dropped } = sanitise(
    `<metadata><x:RDF/></metadata><x:view zoom="2"/><g ${notes}><path d="M0 0h9v9z"/></g>`,
    'xmlns:x="http://example.com/x" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"',
  );
  assert.deepEqual(dropped, []);
  assert.equal(svg, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><path d="M0 0h9v9z"/></g></svg>');
});

test('the rest of a style sheet outlives what is dropped from it', () => {
  const { svg, dropped } = sanitise('<style>@import "a.css";.a{fill:red;cursor:url(http://x/)}/* note */</style>');
  assert.match(svg, /<style>\.a\{fill:red\}<\/style>/);
  assert.deepEqual(dropped, ['css @import', 'css cursor: external reference']);
});

test('processing instructions, comments and a plain DOCTYPE are left out', () => {
  const doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  const source = `<?xml version="1.0"?><?xml-stylesheet href="http://example.com"?>${doctype}<svg viewBox="0 0 9 9"><!-- a --></svg>`;
  assert.equal(
    sanitiseSvg(Buffer.from(source)).svg.toString(),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
  );
});

test('sanitising twice changes nothing, and real logos lose nothing', () => {
  for (const [title, { bytes }] of Object.entries(REAL_LOGOS)) {
    const once = sanitiseSvg(bytes);
    assert.deepEqual(once.dropped, [], title);
    assert.ok(sanitiseSvg(once.svg).svg.equals(once.svg), title);
  }
});

for (const [attributes, viewBox] of [
  ['viewBox="1 2 30 40" width="300"', [1, 2, 30, 40]],
  ['width="48" height="24px"', [0, 0, 48, 24]],
  ['width="1in" height="72pt"', [0, 0, 96, 96]],
  ['viewBox="0 0 0 9"', [0, 0, 300, 150]],
  ['width="100%" height="NaN"', [0, 0, 300, 150]],
] as const) {
  test(`the viewBox of ${attributes} is ${viewBox.join(' ')}`, () => {
    const { x, y, width, height } = sanitiseSvg(svgLogo('', attributes).bytes).viewBox;
    assert.deepEqual([x, y, width, height], viewBox);
  });
}

test('text is read by the encoding it says it is of', () => {
  const text = '<?xml version="1.0" encoding="ISO-8859-1"?><svg><title>Café</title></svg>';
  assert.match(sanitiseSvg(Buffer.from(text, 'latin1')).svg.toString(), /<title>Café<\/title>/);
  const wide = Buffer.from('\ufeff<svg><title>Café</title></svg>', 'utf16le');
  assert.match(sanitiseSvg(wide).svg.toString(), /<title>Café<\/title>/);
  assert.throws(() => sanitiseSvg(Buffer.from([0x3c, 0xff, 0xfe])), /not text of the encoding utf-8/);
});
