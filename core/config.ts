import { Environment } from '@logomorph/contract/environment.ts';
import type { Quotas } from '@logomorph/contract/quota.ts';
import { type TimeBudgets, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import Value from 'typebox/value';

/** Where the bytes are kept. */
export type ObjectStoreConfig =
  | { kind: 'folder'; folder: string }
  | { kind: 's3'; bucket: string; endpoint: string | undefined; region: string };

/** What may be done in a minute: requests with a key and of a tenant, renders of a tenant, failures of an address. */
export interface RateLimitConfig {
  readonly perKey: number;
  readonly perTenant: number;
  readonly renders: number;
  readonly failedKeys: number;
}

/** The configuration of a program, frozen, with every rule already checked. */
export interface Config {
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly host: string;
  readonly port: number;
  readonly workerPort: number;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly objectStore: ObjectStoreConfig;
  /** Keys in base64, the one to encrypt with first; none in programs that are not told. */
  readonly secretsKeys: readonly string[];
  readonly outboundAllowedRanges: readonly string[];
  readonly maxLogoBytes: number;
  /** From 0 to 1; 1 is never exceeded. */
  readonly maxEventLoopUtilization: number;
  readonly rateLimits: RateLimitConfig;
  readonly quotas: Quotas;
  readonly trustedProxies: readonly string[];
  readonly timeBudgets: TimeBudgets;
}

/** What is wrong with the environment: one line a variable. */
export class ConfigError extends Error {
  constructor(lines: string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
  }
}

/**
 * Parses environment variables into the configuration.
 *
 * @throws ConfigError that names every variable that breaks a rule, all at once. Values are not repeated in
 * it, since some are secrets.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(Environment.properties)
      .map((name) => [name, env[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Value.Default(Environment, Value.Convert(Environment, given));
  const places = ['OBJECT_FOLDER', 'S3_BUCKET'].filter((name) => name in given);
  const placeErrors = places.length === 1 ? [] : ['OBJECT_FOLDER, S3_BUCKET: exactly one of the two must be set'];
  if (!Value.Check(Environment, parsed)) {
    throw new ConfigError([...Value.Errors(Environment, parsed).flatMap(describe), ...placeErrors]);
  }
  if (placeErrors.length > 0) throw new ConfigError(placeErrors);
  return Object.freeze({
    logLevel: parsed.LOG_LEVEL,
    host: parsed.HOST,
    port: parsed.PORT,
    workerPort: parsed.WORKER_PORT,
    databaseUrl: parsed.DATABASE_URL,
    redisUrl: parsed.REDIS_URL,
    objectStore: objectStore(parsed),
    secretsKeys: parsed.SECRETS_KEY?.split(',') ?? [],
    outboundAllowedRanges: parsed.OUTBOUND_ALLOWED_RANGES?.split(',') ?? [],
    maxLogoBytes: parsed.MAX_LOGO_BYTES,
    maxEventLoopUtilization: parsed.MAX_EVENT_LOOP_UTILIZATION,
    rateLimits: {
      perKey: parsed.RATE_LIMIT_PER_KEY_PER_MINUTE,
      perTenant: parsed.RATE_LIMIT_PER_TENANT_PER_MINUTE,
      renders: parsed.RATE_LIMIT_RENDERS_PER_MINUTE,
      failedKeys: parsed.RATE_LIMIT_FAILED_KEYS_PER_MINUTE,
    },
    quotas: {
      rendersPerDay: parsed.QUOTA_RENDERS_PER_DAY ?? null,
      unfinishedRenders: parsed.QUOTA_UNFINISHED_RENDERS ?? null,
      storedBytes: parsed.QUOTA_STORED_BYTES ?? null,
    },
    trustedProxies: parsed.TRUSTED_PROXIES?.split(',') ?? [],
    timeBudgets: timeBudgets({
      renderTimeout: parsed.RENDER_TIMEOUT_SECONDS,
      deregistrationDelay: parsed.DEREGISTRATION_DELAY_SECONDS,
    }),
  });
}

function objectStore(env: Environment): ObjectStoreConfig {
  return env.S3_BUCKET === undefined
    ? { kind: 'folder', folder: env.OBJECT_FOLDER ?? '' }
    : { kind: 's3', bucket: env.S3_BUCKET, endpoint: env.S3_ENDPOINT, region: env.AWS_REGION };
}

function describe(error: ReturnType<typeof Value.Errors>[number]): string[] {
  if (error.keyword === 'required') return error.params.requiredProperties.map((name) => `${name}: must be set`);
  return [`${error.instancePath.slice(1)}: ${error.message}`];
}
