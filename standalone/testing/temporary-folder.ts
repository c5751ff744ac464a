import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/** A folder that goes away with the test; others may enter it, as they may a project's. */
export function temporaryFolder(test: TestContext, mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'logomorph-standalone-'));
  chmodSync(folder, mode);
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
