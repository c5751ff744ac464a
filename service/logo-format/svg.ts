/** How far into a file its root element is looked for: comments and a doctype may come before it. */
const PROLOG_BYTES = 64 * 1024;

/** What may stand before the root element of an XML document, by how each begins and ends (XML 1.0, 2.8). */
const PROLOG = [
  ['<?', '?>'],
  ['<!--', '-->'],
] as const;

/** How the root element begins, and characters of it to look at. */
const ROOT = /^<(?:[\w.-]+:)?svg[\s/>]/;
const MAX_ROOT = 100;

/** XML 1.0, appendix F. Whether the bytes are text of that encoding is for the sanitiser to see. */
function decoderOf([first, second]: Buffer) {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder();
}

/** Whether the root element is `svg`, with a prefix or without, in UTF-8 or, after a byte order mark, in UTF-16. */
export function isSvg(bytes: Buffer): boolean {
  const text = decoderOf(bytes).decode(bytes.subarray(0, PROLOG_BYTES));
  let at = 0;
  for (;;) {
    at += text.slice(at).search(/\S|$/);
    const next = PROLOG.find(([begin]) => text.startsWith(begin, at));
    const end = next === undefined ? endOfDoctype(text, at) : text.indexOf(next[1], at) + next[1].length;
    if (end <= at) return ROOT.test(text.slice(at, at + MAX_ROOT));
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
  const tail = decoderOf(bytes).decode(bytes.subarray(-PROLOG_BYTES)).trimEnd();
  if (/<\/(?:[\w.-]+:)?svg[^<>]*>/.test(tail)) return true;
  return tail.endsWith('/>') && ROOT.test(tail.slice(tail.lastIndexOf('<')));
}
