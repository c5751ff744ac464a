import fc from 'fast-check';
import { REAL_LOGOS } from '../testing/real-logos.ts';
import { place } from './mutated-files.ts';

const names = (text: string) => fc.constantFrom(...text.trim().split(/\s+/));

/** What a hostile or a careless author may write as the name of an element. */
const element = names(`
  g path rect circle text tspan use image style defs symbol mask pattern marker linearGradient stop clipPath
  filter feGaussianBlur feImage feMorphology svg a switch script foreignObject animate set iframe title desc
  handler x:script SCRIPT math
`);

const attribute = names(`
  id class href xlink:href style fill stroke filter mask clip-path marker d points x width height r viewBox
  transform stroke-width stroke-dasharray opacity font-size onload onclick ONERROR xml:base xml:space x:href
  xmlns:y formaction mix-blend-mode
`);

const reference = fc.constantFrom(
  ...[
    '#a',
    '#b',
    '#',
    'url(#a)',
    "url('#b')",
    'URL( "#a" )',
    'url(#a) url(http://canary.example)',
    'url(//canary.example)',
  ],
  ...[
    'http://canary.example/a',
    'file:///etc/passwd',
    '//canary.example',
    '\\\\canary.example\\a',
    'javascript:canary()',
  ],
  ...['data:text/html,canary', 'data:image/svg+xml;base64,PHN2Zy8+', 'data:image/png;base64,iVBORw0KGgo='],
  ...['u\\72l(http://canary.example)', 'image-set("http://canary.example" 1x)', 'expression(canary())', 'var(--a)'],
);

const number = fc.oneof(
  fc.double({ noDefaultInfinity: true }).map(String),
  fc.integer({ min: -200, max: 200 }).map(String),
  fc.constantFrom('NaN', 'Infinity', '1e308', '-1e999', '5%', '1em', '0', '', '1e-320'),
);

const pathData = fc
  .array(fc.tuple(fc.constantFrom(...'MmLlHhVvCcSsQqTtAaZz'), fc.array(number, { maxLength: 7 })), { maxLength: 12 })
  .map((commands) => `M0 0${commands.map(([command, values]) => command + values.join(' ')).join('')}`);

const css = fc
  .array(
    fc.oneof(
      reference.map((value) => `fill:${value};`),
      fc.constantFrom(
        '.a{',
        '}',
        '@import "http://canary.example";',
        '@media print{',
        'rect~g{',
        ':not(',
        '/*',
        '*/',
        '\\',
        '<!--',
      ),
      fc.constantFrom(
        '@font-face{src:url(http://canary.example)}',
        '--a:url(http://canary.example);',
        'opacity:.5}',
        '</style>',
        ';',
      ),
      number.map((value) => `stroke-width:${value};`),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const value = fc.oneof(
  { weight: 3, arbitrary: reference },
  { weight: 3, arbitrary: number },
  pathData,
  css,
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('rotate(45)', 'scale(1e9)', 'matrix(NaN)', 'skewX(90)', '0 0 9 9', 'a b', 'red', 'none', '( ( ('),
);

const escaped = (text: string) =>
  text
    .replace(/[<&"]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/gu, '');

const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', maxDepth: 6 },
    fc.oneof(
      fc.string({ maxLength: 8 }).map(escaped),
      css.map(escaped),
      fc.constant('<!--a-->'),
      fc.constant('<![CDATA[<b>]]>'),
    ),
    fc
      .tuple(element, fc.dictionary(attribute, value, { maxKeys: 5 }), fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, attributes, children]) => {
        const written = Object.entries(attributes).map(([key, text]) => ` ${key}="${escaped(text)}"`);
        return `<${name}${written.join('')}>${children.join('')}</${name}>`;
      }),
  ),
}));

/** Documents that are mostly well-formed, with anything in them. */
export const svgTrees = fc
  .tuple(
    fc.array(node, { maxLength: 6 }),
    fc.constantFrom('viewBox="0 0 100 100"', 'width="9" height="1e9"', 'onload="canary()"', ''),
  )
  .map(
    ([nodes, root]) =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="http://canary.example" ${root}>${nodes.join('')}</svg>`,
  );

/** A part of a text overwritten, taken away or put in. */
const edit = fc.record({
  at: place,
  removed: fc.integer({ min: 0, max: 12 }),
  put: fc.oneof(
    value,
    element.map((name) => `<${name}>`),
    fc.constantFrom('"', '<', '>', '&', '/>', '\0', '<!DOCTYPE a [', ']]>'),
  ),
});

/** Logos of real brands with some places changed. */
export const mutatedLogos = fc
  .tuple(fc.constantFrom(...Object.values(REAL_LOGOS)), fc.array(edit, { minLength: 1, maxLength: 2 }))
  .map(([{ bytes }, edits]) =>
    edits.reduce((text, { at, removed, put }) => {
      const from = Math.floor(at * text.length);
      return text.slice(0, from) + put + text.slice(from + removed);
    }, bytes.toString()),
  );
