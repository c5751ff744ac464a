import { SCAN_POLICIES } from './setting-keys.ts';
import type { SettingReader } from './setting-reader.ts';

/** The clamd that scans logos, and what becomes of them while it is down. */
export interface ScannerSettings {
  host: string;
  port: number;
  whenDown: (typeof SCAN_POLICIES)[number];
}

/** Undefined where the stack names no clamd. */
export function readScanner(read: SettingReader): ScannerSettings | undefined {
  const scanner = {
    host: read.text('clamavHost'),
    port: read.integer('clamavPort'),
    whenDown: read.choice('scanWhenDown', SCAN_POLICIES),
  };
  return scanner.host === '' ? undefined : scanner;
}
