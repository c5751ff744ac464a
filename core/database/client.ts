import { sql } from 'kysely';
import { Client, type ClientConfig } from 'pg';

const MARK = '/* planned once */';

/**
 * Begins a statement that each connection plans once, and not each time, which of a long one takes longer than to do it. Its
 * text has to be one of few, and what it returns has to be named: a `*` would be others' columns after a migration.
 */
export const PLANNED_ONCE = sql.raw(MARK);

const names = new Map<string, string>();

/**
 * A connection to Postgres whose break is told by the queries on it and by its pool. Between two queries of a
 * transaction nobody listens for it, and an error that nobody listens for would end the process.
 */
export class PooledClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => {});
    this.query = new Proxy(this.query, {
      apply: (query, self, [text, ...rest]) => {
        const answer: unknown = Reflect.apply(query, self, [
          this.isPlannedOnce(text, rest[0]) ? prepared(text) : text,
          ...rest,
        ]);
        if (answer instanceof Promise) answer.catch((error: unknown) => this.#leaveIfSilent(error));
        return answer;
      },
    });
  }

  /** A server that did not answer in time has gone without a word. Its pool would give the connection to the next query. */
  #leaveIfSilent(error: unknown): void {
    if (error instanceof Error && error.message === 'Query read timeout') this.end().catch(() => {});
  }

  protected isPlannedOnce(text: unknown, _values: unknown): text is string {
    return typeof text === 'string' && text.startsWith(MARK);
  }
}

/**
 * A connection whose statements have few texts, and those with values are planned once. A plan that a migration has made
 * unfit fails once: the pool then drops the connection.
 */
export class FewStatementsClient extends PooledClient {
  protected override isPlannedOnce(text: unknown, values: unknown): text is string {
    return typeof text === 'string' && Array.isArray(values);
  }
}

/** Postgres keeps the plan of a statement that has a name. */
function prepared(text: string): { name: string; text: string } {
  const name = names.get(text) ?? `planned ${names.size}`;
  names.set(text, name);
  return { name, text };
}
