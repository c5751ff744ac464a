import Type, { type Static } from 'typebox';
import { LIST, Namespace, ORIGIN, Port, ProviderUrl, Quota, RedisUrl, Url } from './environment-types.ts';
import { LIMITS, MAX_RATE } from './limits.ts';
import { PORTS } from './ports.ts';
import { DEFAULT_TIME_SETTINGS } from './time-budgets.ts';

/** Every environment variable that the programs read, typed, ranged and described. */
export const Environment = Type.Object({
  NODE_ENV: Type.Enum(['development', 'production', 'test'], {
    default: 'production',
    description: 'What the libraries in use take for the kind of environment',
  }),
  LOG_LEVEL: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal'], {
    default: 'info',
    description: 'The least severe log lines that are written',
  }),
  HOST: Type.String({ default: '127.0.0.1', minLength: 1, description: 'Address to listen on' }),
  PORT: Port(PORTS.service, 'Port of the API; 0 takes a free one'),
  WORKER_PORT: Port(PORTS.worker, "Port of a worker's probes and metrics; 0 takes a free one"),
  ADMIN_PORT: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 65535,
      description: "Port of the API's admin surface, which is not there without it; 0 takes a free one",
    }),
  ),
  ADMIN_HOST: Type.String({
    default: '127.0.0.1',
    minLength: 1,
    description: 'Address that the admin surface listens on; in a cluster `kubectl port-forward` reaches the default',
  }),
  ADMIN_TOKEN: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9._~+/-]{32,}=*(,[A-Za-z0-9._~+/-]{32,}=*)*$',
      maxLength: 4096,
      description:
        'What lets operators in at `ADMIN_PORT`, as a bearer token: 32 characters at least, such as `openssl rand ' +
        '-base64 32` makes. Several after commas let each operator have one, or the next one be there before the last goes',
    }),
  ),
  DATABASE_URL: Type.String({
    pattern: '^postgres(ql)?://',
    description: 'The Postgres that holds the truth: its primary itself, without a pooler between',
  }),
  MIGRATE_AT_START: Type.Boolean({
    default: true,
    description:
      'Whether a program that starts brings the schema of the database up to date; if not, `node service/migrate.ts` ' +
      'must have, and a program does not start on an older schema',
  }),
  REDIS_URL: Type.Optional(RedisUrl('The queue; without it the queue is in Postgres')),
  STORE_NAMESPACE: Type.Optional(
    Namespace(
      "Name of a part of Postgres, Redis and the object store that is this product's own, where it shares them with " +
        'others: it is the schema (with `_` for `-`), and what all keys begin with. Without it they are its alone',
    ),
  ),
  OBJECT_FOLDER: Type.Optional(
    Type.String({ minLength: 1, description: 'Folder that holds the bytes; S3_BUCKET is the other way' }),
  ),
  S3_BUCKET: Type.Optional(Type.String({ minLength: 3, maxLength: 63, description: 'Bucket that holds the bytes' })),
  S3_ENDPOINT: Type.Optional(Url('^https?://', 'S3 server other than AWS; path-style addresses are used')),
  S3_PUBLIC_ENDPOINT: Type.Optional(
    Url(
      '^https?://',
      'Where clients reach the bucket of S3_ENDPOINT, to send large logos there; without it they send them to the API. ' +
        'A bucket of AWS is reached without it',
    ),
  ),
  AWS_REGION: Type.String({ default: 'us-east-1', minLength: 1, description: 'Region of the bucket' }),
  SECRETS_KEY: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9+/_-]{43}=?(,[A-Za-z0-9+/_-]{43}=?)*$',
      description:
        'What secrets of tenants are encrypted with, and the API needs: 32 bytes in base64. Older keys may follow, ' +
        'after commas, to read what they have encrypted',
    }),
  ),
  OUTBOUND_ALLOWED_RANGES: Type.Optional(
    Type.String({
      pattern: '^[0-9A-Fa-f:.]+/\\d{1,3}(,[0-9A-Fa-f:.]+/\\d{1,3})*$',
      description:
        'Ranges of addresses, such as `127.0.0.0/8,10.1.0.0/16`, that webhooks may be sent to and logos fetched ' +
        'from though they are not public, over http and at any port: for development and tests',
    }),
  ),
  MAX_LOGO_BYTES: Type.Integer({
    minimum: 1,
    maximum: LIMITS.logoBytes,
    default: LIMITS.logoBytes,
    description: 'The largest logo that may be uploaded',
  }),
  CLAMAV_HOST: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9.:_-]+$',
      description:
        'Host of the clamd that scans logos for viruses before they can be used; without it none are scanned. What is ' +
        'sent to it is not encrypted',
    }),
  ),
  CLAMAV_PORT: Type.Integer({ minimum: 1, maximum: 65535, default: 3310, description: 'Port of that clamd' }),
  SCAN_WHEN_DOWN: Type.Enum(['hold', 'refuse'], {
    default: 'hold',
    description:
      'What becomes of logos that clamd cannot scan now: `hold` takes them, and makes no render of them until they are ' +
      'scanned; `refuse` answers with 503',
  }),
  MAX_EVENT_LOOP_UTILIZATION: Type.Number({
    minimum: 0.5,
    maximum: 1,
    default: 0.98,
    description:
      'The part of its time that the event loop of the API may be busy for half a second; beyond it requests under ' +
      '`/v1` are refused with 503. 1 refuses none',
  }),
  RATE_LIMIT_PER_KEY_PER_MINUTE: Type.Integer({
    minimum: 1,
    maximum: MAX_RATE,
    default: 1000,
    description: 'Requests that may be made with one API key in a minute; a key may have a lower limit of its own',
  }),
  RATE_LIMIT_PER_TENANT_PER_MINUTE: Type.Integer({
    minimum: 1,
    maximum: MAX_RATE,
    default: 5000,
    description: 'Requests that may be made with all keys of a tenant in a minute',
  }),
  RATE_LIMIT_RENDERS_PER_MINUTE: Type.Integer({
    minimum: LIMITS.batchLogos,
    maximum: MAX_RATE,
    default: 600,
    description: 'Renders that a tenant may ask for in a minute; each of a batch counts',
  }),
  RATE_LIMIT_SIGNED_PER_MINUTE: Type.Integer({
    minimum: 1,
    maximum: MAX_RATE,
    default: 60_000,
    description: 'Requests that may be made in a minute at the signed addresses of files and uploads of a tenant',
  }),
  RATE_LIMIT_FAILED_KEYS_PER_MINUTE: Type.Integer({
    minimum: 1,
    maximum: MAX_RATE,
    default: 300,
    description: 'Keys that are none which one address may send in a minute to a replica, before it is refused',
  }),
  QUOTA_RENDERS_PER_DAY: Quota('Runs of renders that a tenant may ask for in a day of UTC'),
  QUOTA_UNFINISHED_RENDERS: Quota('Renders of a tenant that may be queued or running at a time'),
  QUOTA_STORED_BYTES: Quota('Bytes of logos and files that may be stored of a tenant'),
  TRUSTED_PROXIES: Type.Optional(
    Type.String({
      pattern: '^[0-9A-Fa-f:.]+/\\d{1,3}(,[0-9A-Fa-f:.]+/\\d{1,3})*$',
      description:
        'Ranges of addresses of load balancers, such as `10.0.0.0/8`, whose `X-Forwarded-For` says who asks; without ' +
        'it a client is who connects',
    }),
  ),
  OIDC_ISSUER: Type.Optional(
    ProviderUrl(
      'Issuer of access tokens that are taken beside API keys (OpenID Connect), exactly as their `iss` has it; over ' +
        'http on this machine alone',
    ),
  ),
  OIDC_AUDIENCE: Type.Optional(
    Type.String({
      pattern: LIST,
      description: 'Audiences of access tokens, after commas: a token must have one of them in its `aud`',
    }),
  ),
  OIDC_AUTHORIZED_PARTIES: Type.Optional(
    Type.String({
      pattern: LIST,
      description:
        'Who access tokens may have been made out for, after commas: a token must have one of them as its `azp`, or ' +
        '`client_id`. At Clerk these are the addresses of the web pages that users sign in at',
    }),
  ),
  OIDC_JWKS_URL: Type.Optional(
    ProviderUrl(
      "Where the issuer's keys are; without it, where `/.well-known/openid-configuration` of the issuer says so",
    ),
  ),
  CLERK_WEBHOOK_SECRET: Type.Optional(
    Type.String({
      pattern: '^whsec_[A-Za-z0-9+/]{32,128}={0,2}$',
      description:
        'Signing secret of the Clerk webhook that sends to `/webhooks/clerk`, which is not there without it. The ' +
        'webhook is of the instance that `OIDC_ISSUER` is of',
    }),
  ),
  MAX_CONNECTIONS: Type.Integer({
    minimum: 1,
    maximum: 1_000_000,
    default: 10_000,
    description: 'Connections that an API process has open at once; one more is closed at once',
  }),
  CORS_ORIGINS: Type.Optional(
    Type.String({
      pattern: `^(\\*|${ORIGIN}(,${ORIGIN})*)$`,
      maxLength: 4096,
      description:
        'Origins of web pages whose scripts may call the API and read its answers, such as `https://app.example.com`, or ' +
        '`*` for all; without it none may',
    }),
  ),
  RENDER_TIMEOUT_SECONDS: Type.Integer({
    minimum: 1,
    maximum: 600,
    default: DEFAULT_TIME_SETTINGS.renderTimeout,
    description: 'The longest a single render may take',
  }),
  DEREGISTRATION_DELAY_SECONDS: Type.Integer({
    minimum: 0,
    maximum: 300,
    default: DEFAULT_TIME_SETTINGS.deregistrationDelay,
    description: 'How long a stopping API still serves after it said it is not ready',
  }),
});

export type Environment = Static<typeof Environment>;
