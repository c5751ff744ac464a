import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';
import { document, repeat } from './svg-document.ts';

/** SVGs that are small and take long, or much memory. */
export function svgBombs(): HostileLogo[] {
  const tooComplex = refused('logo-too-complex');
  const rect = '<rect width="100" height="100"/>';
  const filtered = (primitives: string) =>
    document(`<filter id="f">${primitives}</filter><g filter="url(#f)">${rect}</g>`);
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
    ...ofClass('costly drawing', 'svg', {
      'lines that cross each other': [
        document(`<path d="M0 0${repeat(20_000, (i) => `L${(i * 37) % 101} ${(i * 61) % 103}`)}"/>`),
        tooComplex,
      ],
      'curves with a wide stroke': [
        document(
          `<path stroke="red" stroke-width="90" d="M50 50${repeat(9000, (i) => `c${i % 7} 1 1 ${i % 5} -3 -3`)}"/>`,
        ),
        tooComplex,
      ],
      'tiny dashes': [
        document('<path d="M0 0H100" stroke="red" stroke-width="50" stroke-linecap="round" stroke-dasharray=".0001"/>'),
        tooComplex,
      ],
      'groups in groups': [document(`${'<g opacity=".9">'.repeat(90)}${rect}${'</g>'.repeat(90)}`), tooComplex],
      'many blends': [document(`<g style="mix-blend-mode:hue">${rect}</g>`.repeat(2000)), tooComplex],
      'a filter of many blurs': [filtered('<feGaussianBlur stdDeviation="9"/>'.repeat(500)), tooComplex],
      'a filter of noise': [filtered('<feTurbulence baseFrequency=".5" numOctaves="99999"/>'.repeat(20)), tooComplex],
      'a filter of dilations': [filtered('<feMorphology operator="dilate" radius="1000"/>'.repeat(5)), tooComplex],
      'a filter with a large kernel': [
        filtered(`<feConvolveMatrix order="99" kernelMatrix="${'1 '.repeat(9801)}"/>`),
        tooComplex,
      ],
      'a filter with tiny units': [
        filtered('<feDiffuseLighting kernelUnitLength=".0001"><feDistantLight/></feDiffuseLighting>'),
        rendered('kernelUnitLength of feDiffuseLighting'),
      ],
      'a merge of many': [filtered(`<feMerge>${'<feMergeNode/>'.repeat(5000)}</feMerge>`), tooComplex],
      'a huge blur': [filtered('<feGaussianBlur stdDeviation="100000"/>'), rendered()],
      'a filter on a huge region': [
        document(
          `<filter id="f" x="-9999" y="-9999" width="99999" height="99999"><feGaussianBlur stdDeviation="9"/></filter><g filter="url(#f)">${rect}</g>`,
        ),
        rendered(),
      ],
      'a pattern with a huge tile': [
        document(
          `<pattern id="p" width="6000" height="6000" patternUnits="userSpaceOnUse">${rect}</pattern><rect width="9" height="9" fill="url(#p)"/>`,
        ),
        tooComplex,
      ],
      'a pattern with tiny tiles': [
        document(
          '<pattern id="p" width=".00001" height=".00001"><rect width="1" height="1"/></pattern><rect width="99" height="99" fill="url(#p)"/>',
        ),
        rendered(),
      ],
      'a complex clip path around much': [
        document(
          `<clipPath id="c"><path d="M0 0${repeat(900, (i) => `L${(i * 37) % 101} ${(i * 61) % 103}`)}"/></clipPath><g clip-path="url(#c)">${rect.repeat(500)}</g>`,
        ),
        tooComplex,
      ],
      'a small ink with costly filters': [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10000 10000"><filter id="f">${'<feMorphology operator="dilate" radius=".5"/>'.repeat(20)}</filter><rect x="5000" y="5000" width="20" height="20" filter="url(#f)"/></svg>`,
        tooComplex,
      ],
    }),
    ...ofClass('numbers', 'svg', {
      'no numbers in a path': [
        document('<path d="M NaN NaN L Infinity -Infinity z"/>'),
        rendered('d of path: coordinates that cannot be parsed'),
      ],
      'no number at the end of a path': [
        document('<path d="M0 0L9 9 NaN 9z"/>'),
        rendered('d of path: coordinates that cannot be parsed'),
      ],
      'a number that is infinite': [document('<path d="M0 0L1e999 1e999z"/>'), tooComplex],
      'a huge number': [document('<rect width="1e308" height="1e308"/>'), tooComplex],
      'a huge transform': [document('<g transform="scale(1e200)"><rect width="1" height="1"/></g>'), tooComplex],
      'no numbers in a transform': [document('<g transform="matrix(NaN NaN NaN NaN NaN NaN)"/>'), rendered()],
      'a transform that cannot be undone': [document(`<g transform="scale(0)">${rect}</g>`), rendered()],
      'a huge view box': [document('', 'viewBox="0 0 1e300 1e300"'), tooComplex],
      'a tiny view box': [document('', 'viewBox="0 0 1e-300 1e-300"'), refused('empty-logo')],
      'a negative view box': [document('', 'viewBox="0 0 -9 -9"'), rendered()],
      'no numbers in a view box': [document('', 'viewBox="NaN 0 Infinity 9"'), rendered()],
      'a size of 100,000 pixels': [document('', 'width="100000" height="100000" viewBox="0 0 100 100"'), rendered()],
      'a size of 100,000 by 1 pixels': [document('', 'width="100000" height="1"'), refused('empty-logo')],
      'a huge font': [document('<text font-size="99999999">abc</text>'), rendered()],
      'a huge stroke': [document('<path d="M0 0h9" stroke="#060" stroke-width="999999999"/>'), rendered()],
    }),
  ];
}
