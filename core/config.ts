import { Environment } from '@logomorph/contract/environment.ts';
import type { Quotas } from '@logomorph/contract/quota.ts';
import { type TimeBudgets, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import Type from 'typebox';
import Value from 'typebox/value';
import type { S3Place } from './object-store/s3-store.ts';
import { inSchema, schemaOf } from './store-namespace.ts';

/** Where the bytes are kept. */
export type ObjectStoreConfig = { kind: 'folder'; folder: string } | ({ kind: 's3' } & S3Place);

/**
 * What may be done in a minute: requests with a key and of a tenant, renders of a tenant, requests at signed addresses of a
 * tenant, failures of an address.
 */
export interface RateLimitConfig {
  readonly perKey: number;
  readonly perTenant: number;
  readonly renders: number;
  readonly signed: number;
  readonly failedKeys: number;
}

/** Whose access tokens are taken beside API keys, and which of them: at least one of the two lists has an entry. */
export interface OidcConfig {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly authorizedParties: readonly string[];
  /** Found by discovery when undefined. */
  readonly jwksUrl: string | undefined;
}

/** Where operators are let in, and by which tokens: at least one. */
export interface AdminConfig {
  readonly host: string;
  readonly port: number;
  readonly tokens: readonly string[];
}

/** What scans logos, and what becomes of those that it cannot scan now. */
export interface ScannerConfig {
  readonly host: string;
  readonly port: number;
  readonly whenDown: Environment['SCAN_WHEN_DOWN'];
}

/** The configuration of a program, frozen, with every rule already checked. */
export interface Config {
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly host: string;
  readonly port: number;
  readonly workerPort: number;
  /** Undefined when there is no admin surface. */
  readonly admin: AdminConfig | undefined;
  /** Of the schema that is ours. */
  readonly databaseUrl: string;
  /** Name of what is ours in stores that others use too; undefined where nobody else does. */
  readonly storeNamespace: string | undefined;
  readonly migrateAtStart: boolean;
  readonly redisUrl: string | undefined;
  readonly objectStore: ObjectStoreConfig;
  /** Keys in base64, the one to encrypt with first; none in programs that are not told. */
  readonly secretsKeys: readonly string[];
  readonly outboundAllowedRanges: readonly string[];
  readonly maxLogoBytes: number;
  /** Undefined when logos are not scanned. */
  readonly scanner: ScannerConfig | undefined;
  /** From 0 to 1; 1 is never exceeded. */
  readonly maxEventLoopUtilization: number;
  readonly rateLimits: RateLimitConfig;
  readonly quotas: Quotas;
  readonly trustedProxies: readonly string[];
  /** Undefined when API keys alone are taken. */
  readonly oidc: OidcConfig | undefined;
  readonly clerkWebhookSecret: string | undefined;
  readonly maxConnections: number;
  /** `*` alone stands for all. */
  readonly corsOrigins: readonly string[];
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
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(Environment.properties)) {
    const text = env[name];
    if (text !== undefined && text !== '') given[name] = meant(name, text);
  }
  const togetherErrors = describeTogether(new Set(Object.keys(given)));
  // Fills what was given.
  const parsed = Value.Default(Environment, given);
  if (!Value.Check(Environment, parsed)) {
    throw new ConfigError([...Value.Errors(Environment, parsed).flatMap(describe), ...togetherErrors]);
  }
  if (togetherErrors.length > 0) throw new ConfigError(togetherErrors);
  return Object.freeze({
    logLevel: parsed.LOG_LEVEL,
    host: parsed.HOST,
    port: parsed.PORT,
    workerPort: parsed.WORKER_PORT,
    admin: admin(parsed),
    databaseUrl:
      parsed.STORE_NAMESPACE === undefined
        ? parsed.DATABASE_URL
        : inSchema(parsed.DATABASE_URL, schemaOf(parsed.STORE_NAMESPACE)),
    storeNamespace: parsed.STORE_NAMESPACE,
    migrateAtStart: parsed.MIGRATE_AT_START,
    redisUrl: parsed.REDIS_URL,
    objectStore: objectStore(parsed),
    secretsKeys: parsed.SECRETS_KEY?.split(',') ?? [],
    outboundAllowedRanges: parsed.OUTBOUND_ALLOWED_RANGES?.split(',') ?? [],
    maxLogoBytes: parsed.MAX_LOGO_BYTES,
    scanner: scanner(parsed),
    maxEventLoopUtilization: parsed.MAX_EVENT_LOOP_UTILIZATION,
    rateLimits: {
      perKey: parsed.RATE_LIMIT_PER_KEY_PER_MINUTE,
      perTenant: parsed.RATE_LIMIT_PER_TENANT_PER_MINUTE,
      renders: parsed.RATE_LIMIT_RENDERS_PER_MINUTE,
      signed: parsed.RATE_LIMIT_SIGNED_PER_MINUTE,
      failedKeys: parsed.RATE_LIMIT_FAILED_KEYS_PER_MINUTE,
    },
    quotas: {
      rendersPerDay: parsed.QUOTA_RENDERS_PER_DAY ?? null,
      unfinishedRenders: parsed.QUOTA_UNFINISHED_RENDERS ?? null,
      storedBytes: parsed.QUOTA_STORED_BYTES ?? null,
    },
    trustedProxies: parsed.TRUSTED_PROXIES?.split(',') ?? [],
    oidc: oidc(parsed),
    clerkWebhookSecret: parsed.CLERK_WEBHOOK_SECRET,
    maxConnections: parsed.MAX_CONNECTIONS,
    corsOrigins: parsed.CORS_ORIGINS?.split(',') ?? [],
    timeBudgets: timeBudgets({
      renderTimeout: parsed.RENDER_TIMEOUT_SECONDS,
      deregistrationDelay: parsed.DEREGISTRATION_DELAY_SECONDS,
    }),
  });
}

/** What a text stands for. Typebox would make 2 of 2.5, and 1 of `true`: here such a text stays, and breaks the rule. */
function meant(name: string, text: string): unknown {
  const schema: unknown = Reflect.get(Environment.properties, name);
  if (Type.IsBoolean(schema)) return text === 'true' ? true : text === 'false' ? false : text;
  const isNumber = Type.IsInteger(schema) || Type.IsNumber(schema);
  return isNumber && text.trim() !== '' ? Number(text) : text;
}

function admin(env: Environment): AdminConfig | undefined {
  if (env.ADMIN_PORT === undefined || env.ADMIN_TOKEN === undefined) return undefined;
  return { host: env.ADMIN_HOST, port: env.ADMIN_PORT, tokens: env.ADMIN_TOKEN.split(',') };
}

function objectStore(env: Environment): ObjectStoreConfig {
  return env.S3_BUCKET === undefined
    ? { kind: 'folder', folder: env.OBJECT_FOLDER ?? '' }
    : {
        kind: 's3',
        bucket: env.S3_BUCKET,
        endpoint: env.S3_ENDPOINT,
        publicEndpoint: env.S3_PUBLIC_ENDPOINT,
        region: env.AWS_REGION,
      };
}

function scanner(env: Environment): ScannerConfig | undefined {
  if (env.CLAMAV_HOST === undefined) return undefined;
  return { host: env.CLAMAV_HOST, port: env.CLAMAV_PORT, whenDown: env.SCAN_WHEN_DOWN };
}

function oidc(env: Environment): OidcConfig | undefined {
  if (env.OIDC_ISSUER === undefined) return undefined;
  return {
    issuer: env.OIDC_ISSUER,
    audiences: env.OIDC_AUDIENCE?.split(',') ?? [],
    authorizedParties: env.OIDC_AUTHORIZED_PARTIES?.split(',') ?? [],
    jwksUrl: env.OIDC_JWKS_URL,
  };
}

/** What is wrong with which variables are set, whatever they are set to. */
function describeTogether(given: ReadonlySet<string>): string[] {
  const errors: string[] = [];
  if (given.has('OBJECT_FOLDER') === given.has('S3_BUCKET')) {
    errors.push('OBJECT_FOLDER, S3_BUCKET: exactly one of the two must be set');
  }
  if (given.has('ADMIN_PORT') && !given.has('ADMIN_TOKEN')) {
    errors.push('ADMIN_TOKEN: must be set with ADMIN_PORT');
  }
  const ofScanner = ['CLAMAV_PORT', 'SCAN_WHEN_DOWN'].filter((name) => given.has(name));
  if (!given.has('CLAMAV_HOST') && ofScanner.length > 0) {
    errors.push(`CLAMAV_HOST: must be set with ${ofScanner.join(', ')}`);
  }
  const ofIssuer = ['OIDC_AUDIENCE', 'OIDC_AUTHORIZED_PARTIES', 'OIDC_JWKS_URL', 'CLERK_WEBHOOK_SECRET'];
  if (!given.has('OIDC_ISSUER') && ofIssuer.some((name) => given.has(name))) {
    errors.push(`OIDC_ISSUER: must be set with ${ofIssuer.filter((name) => given.has(name)).join(', ')}`);
  }
  // Else tokens that the issuer made out for any other service would be taken here too.
  if (given.has('OIDC_ISSUER') && !given.has('OIDC_AUDIENCE') && !given.has('OIDC_AUTHORIZED_PARTIES')) {
    errors.push('OIDC_AUDIENCE, OIDC_AUTHORIZED_PARTIES: one of the two must be set with OIDC_ISSUER');
  }
  return errors;
}

function describe(error: ReturnType<typeof Value.Errors>[number]): string[] {
  if (error.keyword === 'required') return error.params.requiredProperties.map((name) => `${name}: must be set`);
  return [`${error.instancePath.slice(1)}: ${error.message}`];
}
