/** A failure that is the operator's to mend: its message says all there is to say. */
export class Failure extends Error {
  override name = 'Failure';
  /** How many resources had been changed until then. */
  readonly changes: number;

  constructor(message: string, { changes = 0 } = {}) {
    super(message);
    this.changes = changes;
  }
}

/** Runs an operation; a failure of it ends the process with code 1 and a line for each thing that is wrong. */
export async function runOperation(operation: () => Promise<void>): Promise<void> {
  try {
    await operation();
  } catch (error) {
    process.stderr.write(`${explain(error).replace(/^/gm, 'logomorph: ')}\n`);
    process.exitCode = 1;
  }
}

/** The message of what was thrown; of the text of a command that failed, the lines that say why. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Failure) return error.message;
  const why = error.message.match(/^\s*error: .*/gm)?.map((line) => line.trim().replace(/^error: /, ''));
  return why === undefined ? (error.message.split('\n')[0] ?? 'failed') : [...new Set(why)].join('\n');
}
