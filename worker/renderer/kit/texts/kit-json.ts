import { sha256 } from '@logomorph/core/sha256.ts';
import { RENDERER_VERSION } from '../../renderer-version.ts';
import { RULES } from '../lint/rules.ts';
import type { MadeFile } from '../make-file.ts';

/**
 * `kit.json`: of each file its size, its checksum and what it was checked against, with the value that was measured;
 * and what was left out of an SVG.
 */
export function kitJson(made: readonly MadeFile[], dropped: readonly string[]): string {
  const checks = made.flatMap((one) => one.checks);
  const used = new Set<string>(checks.map(({ rule }) => rule));
  const report = {
    renderer: RENDERER_VERSION,
    checks: checks.length,
    failed: checks.filter(({ pass }) => !pass).length,
    dropped,
    files: made.map(({ file: { name, bytes, width, height }, checks }) => ({
      name,
      bytes: bytes.length,
      sha256: sha256(bytes),
      width,
      height,
      checks,
    })),
    rules: Object.fromEntries(Object.entries(RULES).filter(([id]) => used.has(id))),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
