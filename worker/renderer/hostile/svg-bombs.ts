import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';
import { document, repeat } from './svg-document.ts';

/** SVGs that are much, or become much by what is repeated in them. */
export function svgBombs(): HostileLogo[] {
  const tooComplex = refused('logo-too-complex');
  const rect = '<rect width="100" height="100"/>';
  return [
    ...ofClass('entities', 'svg', {
      'a billion laughs': [
        `<!DOCTYPE svg [<!ENTITY a0 "ha">${repeat(9, (i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`)}]>${document('<text>&a9;</text>')}`,
        refused('unreadable-logo'),
      ],
      'one long entity used often': [
        `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(10_000)}">]>${document(`<text>${'&a;'.repeat(1000)}</text>`)}`,
        refused('unreadable-logo'),
      ],
      'an entity that is itself': [
        `<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "&a;">]>${document('<text>&a;</text>')}`,
        refused('unreadable-logo'),
      ],
      'an entity that nobody declared': [document('<text>&x;</text>'), refused('unreadable-logo')],
      'many character references': [document(`<text>${'&#97;'.repeat(100_000)}</text>`), tooComplex],
      'a reference to no character': [document('<text>&#0;</text>'), refused('unreadable-logo')],
    }),
    ...ofClass('references that multiply', 'svg', {
      'uses of uses': [
        document(
          `<g id="a0">${rect}</g>${repeat(20, (i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`)}`,
        ),
        tooComplex,
      ],
      'patterns of patterns': [
        document(
          `${repeat(8, (i) => `<pattern id="p${i}" width="1" height="1">${`<rect width="9" height="9" fill="url(#p${i + 1})"/>`.repeat(10)}</pattern>`)}<rect width="9" height="9" fill="url(#p0)"/>`,
        ),
        tooComplex,
      ],
      'patterns by a style sheet': [
        document(
          `<style>${repeat(8, (i) => `.p${i}{fill:url(#p${i + 1})}`)}</style>${repeat(8, (i) => `<pattern id="p${i}" width="1" height="1">${`<rect class="p${i}" width="9" height="9"/>`.repeat(10)}</pattern>`)}<rect width="9" height="9" fill="url(#p0)"/>`,
        ),
        tooComplex,
      ],
      'masks of masks': [
        document(
          `${repeat(16, (i) => `<mask id="m${i}">${`<rect width="9" height="9" mask="url(#m${i + 1})"/>`.repeat(2)}</mask>`)}<g mask="url(#m0)">${rect}</g>`,
        ),
        tooComplex,
      ],
      'a use of what is around it': [document('<g id="a"><use href="#a"/></g>'), refused('unreadable-logo')],
      'uses in a circle': [
        document('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        refused('unreadable-logo'),
      ],
      'a pattern of itself': [
        document(
          '<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern><rect width="9" height="9" fill="url(#p)"/>',
        ),
        rendered(),
      ],
      'a mask of itself': [
        document(
          `<mask id="m"><rect width="99" height="99" fill="#fff" mask="url(#m)"/></mask><g mask="url(#m)">${rect}</g>`,
        ),
        rendered(),
      ],
      'gradients in a circle': [
        document(
          '<linearGradient id="g" href="#h"/><linearGradient id="h" href="#g"/><rect width="9" height="9" fill="url(#g)"/>',
        ),
        rendered(),
      ],
      'a long chain of gradients': [
        document(
          `${repeat(5000, (i) => `<linearGradient id="g${i}" href="#g${i + 1}"/>`)}<rect width="9" height="9" fill="url(#g0)"/>`,
        ),
        tooComplex,
      ],
      'markers on each point': [
        document(
          `<marker id="m">${rect.repeat(20)}</marker><path marker-mid="url(#m)" d="M0 0${repeat(5000, (i) => `h${i % 9}`)}"/>`,
        ),
        tooComplex,
      ],
    }),
    ...ofClass('large documents', 'svg', {
      'elements inside one another': [`<svg>${'<g>'.repeat(50_000)}${'</g>'.repeat(50_000)}</svg>`, tooComplex],
      'many elements': [document('<g/>'.repeat(30_000)), tooComplex],
      'many attributes': [document(`<rect ${repeat(1000, (i) => `a${i}="" `)}/>`), tooComplex],
      'much text': [document(`<text>${'a'.repeat(50_000)}</text>`), tooComplex],
      'marks on one letter': [document(`<text>a${'\u0301'.repeat(5000)}</text>`), tooComplex],
      'much path': [document(`<path d="M0 0${'h1'.repeat(600_000)}"/>`), tooComplex],
      'many rules': [document(`<style>${'a{fill:red}'.repeat(20_000)}</style>`), tooComplex],
      'many selectors': [document(`<style>${'a,'.repeat(20_000)}b{fill:red}</style>`), tooComplex],
      'brackets in brackets': [document(`<style>${':not('.repeat(9000)}</style>`), tooComplex],
      'selectors of ancestors': [
        document(
          `<style>${'g g g g .a g{fill:red}'.repeat(500)}</style>${'<g>'.repeat(90)}${'<g/>'.repeat(500)}${'</g>'.repeat(90)}`,
        ),
        tooComplex,
      ],
      'selectors of siblings': [
        document(`<style>.a~g~g~g~g{fill:red}</style>${'<g/>'.repeat(3000)}`),
        rendered('css selector with ~'),
      ],
      'a value that regular expressions are slow at': [
        document(`<rect fill="( ${'a'.repeat(500_000)}"/>`),
        rendered('fill of rect: ()'),
      ],
      'a length that regular expressions are slow at': [
        document('', `width="${'e'.repeat(500_000)}!" viewBox="0 0 100 100"`),
        rendered(),
      ],
    }),
  ];
}
