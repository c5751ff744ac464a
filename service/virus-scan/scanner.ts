import type { ScannerConfig } from '@logomorph/core/config.ts';
import type { ServiceMetrics } from '../metrics.ts';
import { createBreaker } from './breaker.ts';
import { scanByClamd } from './clamd.ts';
import { ScanFailed } from './scan-failed.ts';

/** What looks for viruses in logos. */
export interface VirusScanner {
  /** What becomes of logos while it is down. */
  readonly whenDown: ScannerConfig['whenDown'];
  /**
   * Gives the name of what was found in bytes; undefined when nothing was.
   *
   * @throws ScanFailed, also after so many seconds
   */
  scan(bytes: Buffer, seconds: number): Promise<string | undefined>;
}

/**
 * A scanner that asks a clamd, and is measured.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function createVirusScanner(
  { host, port, whenDown }: ScannerConfig,
  { logoScans, logoScanDuration }: Pick<ServiceMetrics, 'logoScans' | 'logoScanDuration'>,
  now: () => number,
): VirusScanner {
  const unlessItHangs = createBreaker(now);
  return {
    whenDown,
    async scan(bytes, seconds) {
      const stopTimer = logoScanDuration.startTimer();
      try {
        const found = await unlessItHangs(() => scanByClamd({ host, port }, bytes, seconds));
        stopTimer();
        logoScans.inc({ outcome: found === undefined ? 'clean' : 'infected' });
        return found;
      } catch (error) {
        if (error instanceof ScanFailed) logoScans.inc({ outcome: error.failure });
        throw error;
      }
    },
  };
}
