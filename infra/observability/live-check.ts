import { parseArgs } from 'node:util';
import { isPlain } from '../policy/plain.ts';
import { allExpressions, type Expression } from './expressions.ts';

/** What a Prometheus made of one expression. */
export interface Answer extends Expression {
  outcome: 'ok' | 'empty' | 'error';
  /** How many series it gave, or why it gave none. */
  detail: string;
}

/** Runs each expression against the Prometheus at the address. */
export async function liveCheck(url: string, expressions: readonly Expression[]): Promise<Answer[]> {
  return await Promise.all(expressions.map((expression) => ask(url, expression)));
}

/** Whether an answer is a fault: an error always, nothing where data is asked for and expected. */
export function isFault({ outcome, dataExpected }: Answer, requireData: boolean): boolean {
  return outcome === 'error' || (outcome === 'empty' && requireData && dataExpected);
}

async function ask(url: string, expression: Expression): Promise<Answer> {
  try {
    const query = new URL('/api/v1/query', url);
    query.searchParams.set('query', expression.expr);
    const response = await fetch(query, { signal: AbortSignal.timeout(10_000) });
    const series = seriesOf(await response.json());
    return { ...expression, outcome: series > 0 ? 'ok' : 'empty', detail: `${series} series` };
  } catch (error) {
    return { ...expression, outcome: 'error', detail: explain(error) };
  }
}

/** The number of series in an answer of Prometheus's query API. A scalar or a NaN is data to it, and not to a reader. */
function seriesOf(body: unknown): number {
  if (!isPlain(body) || body.status !== 'success' || !isPlain(body.data) || !Array.isArray(body.data.result)) {
    throw new Error(isPlain(body) && typeof body.error === 'string' ? body.error : 'this is not a Prometheus');
  }
  return body.data.result.filter(
    (series) => isPlain(series) && Array.isArray(series.value) && series.value[1] !== 'NaN',
  ).length;
}

/** `fetch` says only "fetch failed"; why is in the cause. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:9090' },
      'require-data': { type: 'boolean', default: false },
    },
  });
  const answers = await liveCheck(values.url, allExpressions());
  for (const { outcome, where, detail } of answers) console.log(`${outcome.padEnd(6)} ${where} (${detail})`);
  const faults = answers.filter((answer) => isFault(answer, values['require-data']));
  console.log(`${answers.length} expressions, ${faults.length} at fault`);
  if (faults.length > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
