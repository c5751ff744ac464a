import { type Atrule, generate, parse, walk } from 'css-tree';
import { type SanitisedSvg, withRoot } from '../svg/sanitise-svg.ts';
import { inStyles } from '../svg/svg-element.ts';

const SCHEME = /^\(prefers-color-scheme:\s*(dark|light)\)$/i;

/** Whether an SVG has style rules for a dark colour scheme. */
export function hasOwnDarkScheme(svg: SanitisedSvg): boolean {
  return withOwnDarkScheme(svg) !== svg;
}

/** An SVG as its own rules want it in a dark colour scheme, always; itself when it has none. */
export function withOwnDarkScheme(svg: SanitisedSvg): SanitisedSvg {
  let found = false;
  const root = inStyles(svg.root, (css) => {
    const dark = css.includes('prefers-color-scheme') ? darkSheet(css) : undefined;
    found ||= dark !== undefined;
    return dark ?? css;
  });
  return found ? withRoot(svg, root) : svg;
}

/** The sheet with the rules for dark schemes made plain and those for light ones gone; undefined without the former. */
function darkSheet(css: string): string | undefined {
  let found = false;
  const sheet = parse(css);
  walk(sheet, {
    visit: 'Atrule',
    // On the way out, or the rules that were made plain would be walked once more.
    leave(node, item, list) {
      const scheme = schemeOf(node);
      if (!scheme) return;
      found ||= scheme === 'dark';
      if (scheme === 'dark' && node.block) list.insertList(node.block.children, item);
      list.remove(item);
    },
  });
  return found ? generate(sheet) : undefined;
}

function schemeOf({ name, prelude }: Atrule): string | undefined {
  if (name.toLowerCase() !== 'media' || !prelude) return undefined;
  return SCHEME.exec(generate(prelude))?.[1]?.toLowerCase();
}
