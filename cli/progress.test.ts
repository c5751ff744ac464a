import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WriteStream } from 'node:tty';
import { bar, showProgress } from './progress.ts';

/** A stream that keeps what is written; a terminal, if told so. */
function paper(isTTY: boolean, columns = 30): { stream: WriteStream; text: () => string } {
  let text = '';
  const stream = Object.create(WriteStream.prototype, {
    isTTY: { value: isTTY },
    columns: { value: columns },
    write: {
      value: (part: string) => {
        text += part;
        return true;
      },
    },
  });
  return { stream, text: () => text };
}

test('a bar is as full as the work', () => {
  assert.equal(bar(0, 4), `[${' '.repeat(24)}]`);
  assert.equal(bar(1, 4), `[${'█'.repeat(6)}${' '.repeat(18)}]`);
  assert.equal(bar(4, 4), `[${'█'.repeat(24)}]`);
  assert.equal(bar(), `[${'·'.repeat(24)}]`);
});

test('a terminal has one line, which is no longer than it and goes away', () => {
  const { stream, text } = paper(true);
  const progress = showProgress(stream);
  progress.show('fetching a-file-with-a-long-name.png', 1, 2);
  progress.end();
  const [, first, last] = text().split('\r\u001b[2K');
  assert.equal(first?.length, 29);
  assert.equal(last, '');
});

test('a terminal of no known size loses nothing of a line', () => {
  const { stream, text } = paper(true, 0);
  showProgress(stream).show('made a.png');
  assert.ok(text().endsWith(' made a.png'), text());
});

test('a note stays on a terminal, above the line that goes on', () => {
  const { stream, text } = paper(true);
  const progress = showProgress(stream);
  progress.show('made a.png');
  progress.note('note: it is wider than the terminal, and whole all the same');
  progress.show('fetching');
  progress.end();
  const made = `${bar()} ma`;
  assert.deepEqual(text().split('\r\u001b[2K'), [
    '',
    made,
    `note: it is wider than the terminal, and whole all the same\n${made}`,
    `${bar()} fe`,
    '',
  ]);
});

test('elsewhere each thing is told once, in a line of its own', () => {
  const { stream, text } = paper(false);
  const progress = showProgress(stream);
  for (const said of ['sending', 'sending', 'made a.png']) progress.show(said);
  progress.note('note: a');
  progress.end();
  assert.equal(text(), 'sending\nmade a.png\nnote: a\n');
});
