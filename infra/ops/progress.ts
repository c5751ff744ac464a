import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';

/** What is said of an operation on a resource when it is done. */
const DONE: Record<string, string> = {
  create: 'created',
  'create-replacement': 'created anew',
  update: 'updated',
  delete: 'deleted',
  'delete-replaced': 'deleted the old',
};

/** Tells on stdout, line by line, what the engine does; keeps what it says is wrong. */
export class Progress {
  readonly errors: string[] = [];
  readonly #warned = new Set<string>();
  /** How many times a resource was made, changed or deleted. */
  changes = 0;
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {
    this.#write = write;
  }

  /** Takes the next event; bound, to be handed to the engine as it is. */
  readonly take = ({ resOutputsEvent, diagnosticEvent }: EngineEvent): void => {
    if (resOutputsEvent !== undefined) {
      const { op, type, urn } = resOutputsEvent.metadata;
      const done = DONE[op];
      // In a preview it says what would be done, which is no progress.
      if (done === undefined || resOutputsEvent.planning === true) return;
      if (type.startsWith('logomorph:') || type.startsWith('pulumi:')) return;
      this.changes += 1;
      this.#write(`  ${done} ${resourceName(type, urn)}`);
    } else if (diagnosticEvent !== undefined) this.#diagnose(diagnosticEvent.severity, diagnosticEvent.message);
  };

  #diagnose(severity: string, message: string): void {
    const text = message
      .replaceAll(/<\{%.*?%\}>/g, '')
      .replace(/\d+ errors? occurred:\s*\*\s*/, '')
      .trim();
    // The engine sums up with this line what other messages say in full.
    if (text === '' || text === 'update failed' || text === 'preview failed') return;
    if (severity === 'error') this.errors.push(text);
    else if (severity === 'warning' && !this.#warned.has(text)) {
      this.#warned.add(text);
      this.#write(`  warning: ${text}`);
    }
  }
}

/** A resource as a person names it: its kind, and its name in the program. */
function resourceName(type: string, urn: string): string {
  return `${type.split(':').at(-1)} ${urn.split('::').at(-1)}`;
}
