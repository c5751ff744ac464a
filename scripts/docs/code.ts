/** The pieces of code of a Markdown text: blocks, however far in they stand, and what is in backticks within a line. */
export function codeOf(markdown: string): string[] {
  const blocks = /^( *)```\w*\n([\s\S]*?)^\1```$/gm;
  const inBlocks = [...markdown.matchAll(blocks)].map(([, , text = '']) => text.trim());
  const inLines = [...markdown.replace(blocks, '').matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
  return [...inBlocks, ...inLines];
}

/** Whether a piece of code is a statement of SQL. */
export function isSql(code: string): boolean {
  return /^(select|insert|update|delete)\s/.test(code);
}
