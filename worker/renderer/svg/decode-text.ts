import { ProblemError } from '@logomorph/contract/problem.ts';

/** XML 1.0 § 4.3.3 and appendix F: a byte order mark wins, then the declaration; without both it is UTF-8. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const declaration = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(
    bytes.toString('latin1', 0, 200),
  );
  return declaration?.[1] ?? 'utf-8';
}

/**
 * The text of an XML document.
 * @throws ProblemError 'unreadable-logo' when the bytes are not of the encoding they claim
 */
export function decodeXmlText(bytes: Buffer): string {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('unreadable-logo', `The SVG is not text of the encoding ${encoding}`);
  }
}
