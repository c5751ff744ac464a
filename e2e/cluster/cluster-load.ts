import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../harness/command.ts';

/** What came of a load so far. */
interface Counts {
  ok: number;
  failed: number;
  /** Renders that succeeded. */
  renders: number;
  /** The last reasons of failures. */
  failures: string[];
}

/** A pod that asks the API all the time. */
export interface ClusterLoad extends AsyncDisposable {
  counts(): Promise<Counts>;
  /** Waits for counts of which something is true. */
  until(holds: (counts: Counts) => boolean): Promise<void>;
}

/**
 * Starts a pod in a namespace of clients, which asks by the service's name: a port-forward would end with the pod that it
 * leads to. It runs `load.ts` in the image of the API, which has Node.
 */
export async function startLoad(
  namespace: string,
  kind: 'light' | 'heavy',
  image: string,
  ...args: string[]
): Promise<ClusterLoad> {
  const script = await readFile(join(import.meta.dirname, 'load.ts'), 'utf8');
  const container = {
    name: 'load',
    image,
    imagePullPolicy: 'IfNotPresent',
    command: ['node', '--input-type=module', '-e', script, '--', kind, ...args],
  };
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: kind, namespace },
    spec: { containers: [container], restartPolicy: 'Never', terminationGracePeriodSeconds: 0 },
  };
  const file = join(tmpdir(), `logomorph-load-${kind}-${process.pid}.json`);
  await writeFile(file, JSON.stringify(pod));
  await kubectl(`apply -f ${file}`);
  await rm(file);
  const counts = async (): Promise<Counts> => {
    const line = await kubectl(`-n ${namespace} logs ${kind} --tail=1`);
    return line === '' ? { ok: 0, failed: 0, renders: 0, failures: [] } : JSON.parse(line);
  };
  await kubectl(`-n ${namespace} wait --for=condition=Ready pod/${kind} --timeout=60s`);
  return {
    counts,
    async until(holds) {
      const deadline = Date.now() + 120_000;
      for (let now = await counts(); !holds(now); now = await counts()) {
        assert.ok(Date.now() < deadline, JSON.stringify(now));
        await sleep(1000);
      }
    },
    async [Symbol.asyncDispose]() {
      await run(`kubectl -n ${namespace} delete pod ${kind} --wait=false`);
    },
  };
}

async function kubectl(line: string): Promise<string> {
  const { code, output } = await run(`kubectl ${line}`, 90);
  assert.equal(code, 0, `${line}: ${output}`);
  return output.trim();
}
