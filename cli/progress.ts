/** Where progress is shown: a line that is drawn anew on a terminal, and lines of text elsewhere. */
export interface Progress {
  /** What is going on, and how much of it is done if that is known. */
  show(text: string, done?: number, total?: number): void;
  /** Tells something that stays, in a line of its own. */
  note(text: string): void;
  /** Takes the line away. */
  end(): void;
}

const WIDTH = 24;

/** Goes to the beginning of the line, and empties it. */
const CLEAR = '\r\u001b[2K';

/** Shows progress on a stream. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  let said = '';
  let line = '';
  return {
    show(text, done, total) {
      if (stream.isTTY) {
        // A terminal that nobody has told its size has 0 columns.
        line = `${bar(done, total)} ${text}`.slice(0, (stream.columns || 80) - 1);
        stream.write(CLEAR + line);
      } else if (text !== said) {
        stream.write(`${text}\n`);
      }
      said = text;
    },
    note(text) {
      stream.write(stream.isTTY ? `${CLEAR}${text}\n${line}` : `${text}\n`);
    },
    end() {
      if (line !== '') stream.write(CLEAR);
    },
  };
}

/** How much is done; a pattern while it is not known of how much. */
export function bar(done = 0, total?: number): string {
  if (total === undefined) return `[${'·'.repeat(WIDTH)}]`;
  const full = Math.round((WIDTH * done) / Math.max(1, total));
  return `[${'█'.repeat(full)}${' '.repeat(WIDTH - full)}]`;
}
