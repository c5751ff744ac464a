import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';

/**
 * Events of a preview, recorded from the engine and shortened by what no reader of them takes. `change` gives
 * Redis another password, renders more time, the API more pods, and takes Prometheus away; `storage` gives
 * Redis another volume, for which its StatefulSet has to be replaced.
 */
export async function recordedEvents(name: 'change' | 'storage'): Promise<EngineEvent[]> {
  const lines = (await readFile(join(import.meta.dirname, `${name}.jsonl`), 'utf8')).trim().split('\n');
  return lines.map((line): EngineEvent => JSON.parse(line));
}
