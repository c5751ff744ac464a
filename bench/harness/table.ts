/** A row of a table: what it is of, and its cells by their columns. */
export type Row = Record<string, string | number>;

/**
 * A table in Markdown, its columns aligned so that it reads well as text too: the first to the left, the others to the
 * right. A row without a cell of a column leaves it empty.
 */
export function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, at) => Math.max(3, ...cells.map((line) => (line[at] ?? '').length)));
  const [head = '', ...body] = cells.map((line) => {
    const padded = line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
    return `| ${padded.join(' | ')} |`;
  });
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [head, rule, ...body].join('\n');
}

/** How often `value` is in `baseline`, to two places. */
export function ratio(value: number, baseline: number): string {
  return (value / baseline).toFixed(2);
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
