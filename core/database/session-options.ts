/** Commits are not waited for until they are on the disk: a crash of Postgres may take those of the last second. */
export const NOT_FLUSHED = '-c synchronous_commit=off';

/**
 * The URL of a database with more options for each session, after those that it has: of what both set, the last counts. Options
 * that are given to pg beside a URL would be nothing where the URL has some.
 */
export function withSessionOptions(databaseUrl: string, options: string): string {
  const [address, query] = databaseUrl.split('?');
  const parameters = new URLSearchParams(query);
  const given = parameters.get('options');
  parameters.set('options', given === null ? options : `${given} ${options}`);
  return `${address}?${parameters}`;
}
