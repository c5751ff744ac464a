/** How far into a file its root element is looked for: comments and a doctype may come before it. */
const PROLOG_BYTES = 64 * 1024;

/** What may stand before the root element of an XML document, by how each begins and ends (XML 1.0, 2.8). */
const PROLOG = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/** Whether the root element is `svg`, in UTF-8. */
export function isSvg(bytes: Buffer): boolean {
  const text = bytes.toString('utf8', 0, PROLOG_BYTES).replace(/^\uFEFF/, '');
  let at = 0;
  for (;;) {
    at += text.slice(at).search(/\S|$/);
    const next = PROLOG.find(([begin]) => text.startsWith(begin, at));
    const end = next === undefined ? endOfDoctype(text, at) : text.indexOf(next[1], at) + next[1].length;
    if (end <= at) return /^<svg[\s/>]/.test(text.slice(at, at + 5));
    at = end;
  }
}

/** Where the doctype that starts at `at` ends; 0 when none does. */
function endOfDoctype(text: string, at: number): number {
  if (!/^<!doctype\s/i.test(text.slice(at, at + 10))) return 0;
  const subset = text.indexOf('[', at);
  const close = text.indexOf('>', at);
  return subset === -1 || close < subset ? close + 1 : text.indexOf('>', text.indexOf(']', subset)) + 1;
}

/** Whether the root element is closed. That the XML is well-formed is for the sanitiser to see. */
export function isWholeSvg(bytes: Buffer): boolean {
  const tail = bytes.subarray(-PROLOG_BYTES).toString('utf8').trimEnd();
  const end = tail.lastIndexOf('</svg');
  if (end !== -1) return tail.indexOf('>', end) !== -1;
  return tail.endsWith('/>') && /^<svg[\s/]/.test(tail.slice(tail.lastIndexOf('<')));
}
