import { siCocacola, siStarbucks } from 'simple-icons';
import { svgLogo } from './real-logos.ts';

/** Flat art: a few shapes in brand colours, with margins that are not equal. */
export const flat = svgLogo(
  `<rect x="8" y="12" width="72" height="72" rx="16" fill="#0b5cff"/>
   <path d="M24 68V28l20 26 20-26v40" fill="none" stroke="#fff" stroke-width="9" stroke-linejoin="round"/>
   <circle cx="78" cy="22" r="14" fill="#ff5a36"/>`,
);

/** Gradients along a line, around a point and to transparent. */
export const gradient = svgLogo(
  `<defs>
     <linearGradient id="sky" x1="0" y1="0" x2="1" y2="1">
       <stop stop-color="#7b2ff7"/><stop offset=".55" stop-color="#f107a3"/><stop offset="1" stop-color="#ffb36b"/>
     </linearGradient>
     <radialGradient id="sun" cx=".35" cy=".3" r=".8">
       <stop stop-color="#fff" stop-opacity=".9"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
     </radialGradient>
   </defs>
   <path d="M64 4 116 34v60L64 124 12 94V34Z" fill="url(#sky)"/>
   <path d="M64 4 116 34v60L64 124 12 94V34Z" fill="url(#sun)"/>
   <path d="M64 34c18 0 30 12 30 30S82 94 64 94 34 82 34 64" fill="none" stroke="#fff" stroke-width="10"/>`,
  'viewBox="0 0 128 128"',
);

/** Lines of a hundredth of the width, which get lost in small icons. */
export const thinStrokes = svgLogo(
  `<g fill="none" stroke="#1d6b52" stroke-width="1.2" stroke-linecap="round">
     <circle cx="60" cy="60" r="56"/><ellipse cx="60" cy="60" rx="56" ry="22"/>
     <ellipse cx="60" cy="60" rx="56" ry="22" transform="rotate(60 60 60)"/>
     <ellipse cx="60" cy="60" rx="56" ry="22" transform="rotate(120 60 60)"/>
     <path d="M60 38v44M41 49l38 22M79 49 41 71" stroke="#e0a100" stroke-dasharray="3 2.4"/>
   </g>`,
  'viewBox="0 0 120 120"',
);

/** A name that was written by hand, as one path in one colour. */
export const textAsPath = published(siCocacola);

/** A mark of very many parts, each with holes. */
export const holes = published(siStarbucks);

/** A symbol and a name beside it, three times as wide as high. */
export const wordmark = svgLogo(
  `<path d="M8 50a34 34 0 1 1 68 0 34 34 0 1 1-68 0Zm17 0a17 17 0 1 0 34 0 17 17 0 1 0-34 0Z" fill="#d7263d"
     fill-rule="evenodd"/>
   <g fill="#1b2a41">
     <path d="M94 18h12v52h26v11H94Z"/>
     <path d="M162 34a24 24 0 1 1 0 48 24 24 0 1 1 0-48Zm0 11a13 13 0 1 0 0 26 13 13 0 1 0 0-26Z" fill-rule="evenodd"/>
     <path d="M196 35h11v6c8-10 22-9 27 1 8-12 30-11 30 8v31h-12V54c0-11-16-12-16 1v26h-12V54c0-11-16-12-16 1v26h-12Z"/>
     <path d="m284 18 4 9 9 4-9 4-4 9-4-9-9-4 9-4Z" fill="#f5b700"/>
   </g>`,
  'viewBox="0 0 300 100"',
);

/** The published icon of a brand, which is black, in the brand's colour. */
export function published({ svg, hex }: { svg: string; hex: string }) {
  return { format: 'svg', bytes: Buffer.from(svg.replace('<svg ', `<svg fill="#${hex}" `)) } as const;
}
