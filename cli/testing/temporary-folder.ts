import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** A folder that is removed with all in it when the test ends. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'logomorph-cli-'));
  t.after(() => folder.remove());
  return folder.path;
}
