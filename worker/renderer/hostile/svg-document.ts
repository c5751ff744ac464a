/** An SVG document with something hostile in it, and a shape, so that it shows something without that. */
export function document(content: string, root = 'viewBox="0 0 100 100"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${content}${SHAPE}</svg>`;
}

const SHAPE = '<path d="M10 10h80v80h-80z" fill="#060"/>';

/** A string made of parts. */
export function repeat(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}
