import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';
import { document, repeat } from './svg-document.ts';

/** SVGs that are small and take long, or much memory, to be drawn, and such as have numbers that cannot be drawn. */
export function svgCostlyDrawing(): HostileLogo[] {
  const tooComplex = refused('logo-too-complex');
  const rect = '<rect width="100" height="100"/>';
  const filtered = (primitives: string) =>
    document(`<filter id="f">${primitives}</filter><g filter="url(#f)">${rect}</g>`);
  return [
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
