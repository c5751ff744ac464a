/** As an attribute, or as a declaration of CSS. */
const FILTER = /\bfilter\s*[=:](?![\s"']*none)/i;

/** Whether elements of SVG may be drawn through a filter, which takes librsvg a hundred times as long as flat shapes do. */
export function isFiltered(elements: string): boolean {
  return FILTER.test(elements);
}
