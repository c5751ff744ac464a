import type { SettingReader } from './setting-reader.ts';

/** What clients may do at most, as variables of the programs. */
export type LimitSettings = ReturnType<typeof readLimits>;

/** Reads what clients may do at most; a quota that is not set is not among it. */
export function readLimits(read: SettingReader) {
  const rendersPerDay = read.text('quotaRendersPerDay');
  const unfinishedRenders = read.text('quotaUnfinishedRenders');
  const storedBytes = read.text('quotaStoredBytes');
  return {
    RATE_LIMIT_PER_KEY_PER_MINUTE: `${read.integer('rateLimitPerKeyPerMinute')}`,
    RATE_LIMIT_PER_TENANT_PER_MINUTE: `${read.integer('rateLimitPerTenantPerMinute')}`,
    RATE_LIMIT_RENDERS_PER_MINUTE: `${read.integer('rateLimitRendersPerMinute')}`,
    RATE_LIMIT_SIGNED_PER_MINUTE: `${read.integer('rateLimitSignedPerMinute')}`,
    RATE_LIMIT_FAILED_KEYS_PER_MINUTE: `${read.integer('rateLimitFailedKeysPerMinute')}`,
    ...(rendersPerDay !== '' && { QUOTA_RENDERS_PER_DAY: rendersPerDay }),
    ...(unfinishedRenders !== '' && { QUOTA_UNFINISHED_RENDERS: unfinishedRenders }),
    ...(storedBytes !== '' && { QUOTA_STORED_BYTES: storedBytes }),
    MAX_LOGO_BYTES: `${read.integer('maxLogoBytes')}`,
    MAX_CONNECTIONS: `${read.integer('maxConnections')}`,
  };
}
