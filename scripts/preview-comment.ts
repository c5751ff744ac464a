/** GitHub refuses a comment that is longer. */
const MOST_CHARACTERS = 65_536;

/** What a comment is known by again: hidden, and first in it. */
export function previewMarker(stack: string): string {
  return `<!-- logomorph-preview:${stack} -->`;
}

/**
 * The comment for a preview report. A report that is too long for a comment is cut at the end of a line,
 * what is open there is closed, and a link says where all of it is.
 */
export function previewComment(stack: string, report: string, fullReport: string): string {
  const start = `${previewMarker(stack)}\n`;
  if (start.length + report.length <= MOST_CHARACTERS) return start + report;
  const note = `\n\n**Cut here: the report is longer than a comment may be. [All of it](${fullReport})**\n`;
  // A hundred characters are for what has to be closed.
  const room = MOST_CHARACTERS - start.length - note.length - 100;
  const kept = report.slice(0, report.lastIndexOf('\n', room));
  return start + kept + closing(kept) + note;
}

/** What ends the code block and the folded parts that a text leaves open. */
function closing(text: string): string {
  const fences = text.match(/^```/gm)?.length ?? 0;
  const open = (text.match(/<details/g)?.length ?? 0) - (text.match(/<\/details>/g)?.length ?? 0);
  return (fences % 2 === 1 ? '\n```' : '') + '\n</details>'.repeat(Math.max(open, 0));
}
