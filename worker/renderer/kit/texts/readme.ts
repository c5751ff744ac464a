import type { KitFile } from '../catalogue/kit-file.ts';
import type { KitText } from './kit-text.ts';

/** `README.md`: of each file, why it exists and where it goes. */
export function readme({ files }: KitText): string {
  return `# Brand kit

\`snippet.html\`, if it is here, has the tags for the pages of a site. \`kit.json\` says what each file was checked
against, and what came out. \`sha256sum -c SHA256SUMS\` tells whether the files are as they were made.

| File | Why it exists | Where it goes |
| --- | --- | --- |
${files.map(row).join('\n')}
| \`kit.json\` | What each file was checked against: rule, standard, measured value. | Nowhere: it is for you. |
| \`SHA256SUMS\` | Checksums of all files but this one. | Nowhere: it is for you. |
`;
}

function row({ name, reason, place }: KitFile): string {
  return `| \`${name}\` | ${reason} | ${place.replaceAll('|', '\\|').replace(/<[^>]*>/g, '`$&`')} |`;
}
