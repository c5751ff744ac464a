/** Where progress is shown: a line that is drawn anew on a terminal, and lines of text elsewhere. */
export interface Progress {
  /** What is going on, and how much of it is done if that is known. */
  show(text: string, done?: number, total?: number): void;
  /** Takes the line away. */
  end(): void;
}

const WIDTH = 24;

/** Shows progress on a stream. */
export function showProgress(stream: NodeJS.WriteStream): Progress {
  let said = '';
  return {
    show(text, done, total) {
      if (stream.isTTY) {
        stream.write(`\r\u001b[2K${`${bar(done, total)} ${text}`.slice(0, stream.columns - 1)}`);
      } else if (text !== said) {
        stream.write(`${text}\n`);
      }
      said = text;
    },
    end() {
      if (stream.isTTY && said !== '') stream.write('\r\u001b[2K');
    },
  };
}

/** How much is done; a pattern while it is not known of how much. */
export function bar(done = 0, total?: number): string {
  if (total === undefined) return `[${'·'.repeat(WIDTH)}]`;
  const full = Math.round((WIDTH * done) / Math.max(1, total));
  return `[${'█'.repeat(full)}${' '.repeat(WIDTH - full)}]`;
}
