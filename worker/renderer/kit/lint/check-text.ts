import { readPngHead } from '../../encode/png-file.ts';
import { sanitiseSvg } from '../../svg/sanitise-svg.ts';
import type { Check } from './rules.ts';

/** Checks that an SVG has nothing left that could do harm, by sanitising what was written. */
export function checkSvg(svg: Buffer, { needsDarkStyle }: { needsDarkStyle: boolean }): Check[] {
  const { dropped } = sanitiseSvg(svg);
  const hasDarkStyle = svg.includes('prefers-color-scheme');
  return [
    { rule: 'svg-safe', measured: dropped.length, pass: dropped.length === 0 },
    {
      rule: 'svg-dark-style',
      measured: hasDarkStyle ? 'prefers-color-scheme' : needsDarkStyle ? 'missing' : 'none needed',
      pass: hasDarkStyle || !needsDarkStyle,
    },
  ];
}

/** Checks that each file that a text names is in the kit. */
export function checkNames(text: string, names: ReadonlySet<string>, folder: string): Check {
  const named = text.match(/[\w@./-]+\.(?:png|ico|svg|icns|xml|webmanifest|json)\b/g) ?? [];
  const inKit = (name: string) => names.has(name) || names.has(name.replace(/^\//, '')) || names.has(folder + name);
  const missing = [...new Set(named)].filter((name) => !inKit(name));
  return {
    rule: 'names-files',
    measured: missing.length === 0 ? 'all' : `missing: ${missing.join(', ')}`,
    pass: missing.length === 0,
  };
}

/** Checks the icons of a web manifest against the pictures that it names. */
export function checkManifest(text: string, bytesOf: (name: string) => Buffer | undefined): Check {
  const { icons } = parseManifest(text);
  const wrong = icons.filter(({ src, sizes }) => {
    const png = bytesOf(src.replace(/^\//, ''));
    if (!png) return true;
    const { width, height } = readPngHead(png);
    return sizes !== `${width}x${height}`;
  });
  const purposes = icons.map(({ purpose }) => purpose.split(' '));
  const isSeparate = purposes.every((words) => !(words.includes('any') && words.includes('maskable')));
  const pass = wrong.length === 0 && isSeparate && purposes.some((words) => words.includes('any'));
  return { rule: 'manifest-icons', measured: `${icons.length - wrong.length} of ${icons.length}`, pass };
}

interface ManifestIcon {
  src: string;
  sizes: string;
  purpose: string;
}

function parseManifest(text: string): { icons: ManifestIcon[] } {
  return JSON.parse(text);
}
