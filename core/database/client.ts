import { sql } from 'kysely';
import { Client, type ClientConfig } from 'pg';
import { codeOf } from '../error-code.ts';
import { Unfit } from '../unfit.ts';

const MARK = '/* planned once */';

/**
 * Begins a statement that each connection plans once, and not each time, which of a long one takes longer than to do it. Its
 * text has to be one of few, and what it returns has to be named: a `*` would be others' columns after a migration.
 */
export const PLANNED_ONCE = sql.raw(MARK);

const names = new Map<string, string>();

/** What Postgres refuses a write with where it takes none. */
const READ_ONLY = '25006';

/** A server to which another one is the primary now: what is read there is old, and what is written is refused. */
export class ReadOnlyServer extends Unfit {
  readonly code = READ_ONLY;

  constructor() {
    super('it takes no writes: it is a standby, or no primary any more');
    this.name = 'ReadOnlyServer';
  }
}

/** What servers tell of themselves unasked (PostgreSQL 14 and later): at the start, and with the next answer after a change. */
const TOLD_WHEN_READ_ONLY: ReadonlySet<string> = new Set(['in_hot_standby', 'default_transaction_read_only']);

/**
 * A connection to Postgres whose break is told by the queries on it and by its pool. Between two queries of a
 * transaction nobody listens for it, and an error that nobody listens for would end the process. It breaks by itself where its
 * server has gone without a word, or takes no writes any more, as after a failover: its pool would use it again.
 */
export class PooledClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => {});
    this.connection.on('parameterStatus', ({ parameterName, parameterValue }: ParameterStatus) => {
      if (TOLD_WHEN_READ_ONLY.has(parameterName) && parameterValue === 'on') this.#break(new ReadOnlyServer());
    });
    this.query = new Proxy(this.query, {
      apply: (query, self, [text, ...rest]) => {
        const answer: unknown = Reflect.apply(query, self, [
          this.isPlannedOnce(text, rest[0]) ? prepared(text) : text,
          ...rest,
        ]);
        if (answer instanceof Promise) answer.catch((error: unknown) => this.#breakIfUseless(error));
        return answer;
      },
    });
  }

  #breakIfUseless(error: unknown): void {
    if (error instanceof Error && (error.message === 'Query read timeout' || codeOf(error) === READ_ONLY))
      this.#break(error);
  }

  /** All queries on it fail with the error. Its end is not waited for: nobody may be there to confirm it. */
  #break(error: Error): void {
    // At once, for what is answered may be in the same packet.
    this.connection.emit('error', error);
    this.connection.stream.destroy();
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

/** A setting of the session, as the server tells it. */
interface ParameterStatus {
  parameterName: string;
  parameterValue: string;
}

/** Postgres keeps the plan of a statement that has a name. */
function prepared(text: string): { name: string; text: string } {
  const name = names.get(text) ?? `planned ${names.size}`;
  names.set(text, name);
  return { name, text };
}
