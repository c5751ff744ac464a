import { type HostileLogo, ofClass, refused, rendered } from './hostile-logo.ts';
import { document } from './svg-document.ts';

/** SVGs whose text is not what it seems. */
export function svgEncodings(): HostileLogo[] {
  const script = document('<script>x</script>');
  return ofClass('encodings of SVG', 'svg', {
    'a script in UTF-16': [Buffer.from(`\ufeff${script}`, 'utf16le'), rendered('script')],
    'a script in UTF-7': [
      `<?xml version="1.0" encoding="UTF-7"?>${document('+ADw-script+AD4-x+ADw-/script+AD4-')}`,
      refused('unreadable-logo'),
    ],
    'bytes that are no UTF-8': [
      Buffer.concat([Buffer.from(document('')), Buffer.from([0xc0, 0xbc])]),
      refused('unreadable-logo'),
    ],
    'a zero byte': [document('<scr\0ipt>x</scr\0ipt>'), refused('unreadable-logo')],
    'another encoding than it says': [
      `<?xml version="1.0" encoding="UTF-16"?>${document('')}`,
      refused('unreadable-logo'),
    ],
    'what is after the end': [
      `${document('')}<script xmlns="http://www.w3.org/2000/svg">x</script>`,
      refused('unreadable-logo'),
    ],
    'an element that is not closed': [document('<g>'), refused('unreadable-logo')],
    'an attribute twice': [document('<rect fill="red" fill="url(http://x)"/>'), refused('unreadable-logo')],
    'a comment with a tag in it': [document('<!--><script>x</script>-->'), rendered()],
    'markup in a style': [
      document('<style>&lt;/style>&lt;script>x&lt;/script></style>'),
      rendered('css that cannot be parsed'),
    ],
  });
}
