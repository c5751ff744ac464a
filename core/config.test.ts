import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readConfig } from './config.ts';

const enough = { DATABASE_URL: 'postgres://u:hunter2@db/logomorph', OBJECT_FOLDER: '/data' };

test('defaults are filled and the result cannot be changed', () => {
  const config = readConfig(enough);
  assert.equal(config.port, 4000);
  assert.equal(config.migrateAtStart, true);
  assert.equal(config.timeBudgets.renderTimeout, 20);
  assert.equal(config.maxEventLoopUtilization, 0.98);
  assert.deepEqual(config.objectStore, { kind: 'folder', folder: '/data' });
  assert.ok(Object.isFrozen(config));
});

test('text is read as what it stands for, and an empty variable as one that is not set', () => {
  const config = readConfig({
    ...enough,
    PORT: '4100',
    MIGRATE_AT_START: 'false',
    REDIS_URL: '',
    MAX_EVENT_LOOP_UTILIZATION: '0.9',
  });
  assert.equal(config.port, 4100);
  assert.equal(config.migrateAtStart, false);
  assert.equal(config.redisUrl, undefined);
  assert.equal(config.maxEventLoopUtilization, 0.9);
});

test('what is not the number that was asked for is refused, and not made into one', () => {
  for (const value of ['true', '0x', '2.5', ' ', 'NaN', 'Infinity', '1e400', '3s', '1_000'])
    assert.throws(() => readConfig({ ...enough, RENDER_TIMEOUT_SECONDS: value }), {
      message: 'RENDER_TIMEOUT_SECONDS: must be integer',
    });
  assert.throws(() => readConfig({ ...enough, MAX_EVENT_LOOP_UTILIZATION: 'true' }), {
    message: 'MAX_EVENT_LOOP_UTILIZATION: must be number',
  });
  assert.throws(() => readConfig({ ...enough, MIGRATE_AT_START: 'no' }), {
    message: 'MIGRATE_AT_START: must be boolean',
  });
  assert.equal(readConfig({ ...enough, RENDER_TIMEOUT_SECONDS: ' 3 ' }).timeBudgets.renderTimeout, 3);
});

test('an address that is no URL is refused by its name at the start', () => {
  const bucket = { DATABASE_URL: enough.DATABASE_URL, S3_BUCKET: 'logos', S3_ENDPOINT: 'http://s3' };
  const wrong = { REDIS_URL: 'redis://[', S3_ENDPOINT: 'http://[', S3_PUBLIC_ENDPOINT: 'http://[' };
  for (const [name, url] of Object.entries(wrong))
    assert.throws(() => readConfig({ ...bucket, [name]: url }), { message: `${name}: must be a URL` });
});

test('a Redis whose database is no number is refused at the start, and not when it is connected to', () => {
  for (const url of ['redis://h/abc', 'rediss://:hunter2@h/0/1'])
    assert.throws(() => readConfig({ ...enough, REDIS_URL: url }), {
      message: 'REDIS_URL: must name a database by its number',
    });
  for (const url of ['redis://h', 'redis://h/', 'redis://h:1/15?family=6'])
    assert.equal(readConfig({ ...enough, REDIS_URL: url }).redisUrl, url);
});

test('all that is wrong is said at once, by variable, without values', () => {
  const env = { DATABASE_URL: 'mysql://u:hunter2@db/x', PORT: '70000', LOG_LEVEL: 'loud' };
  assert.throws(
    () => readConfig(env),
    (error: unknown) => {
      assert.ok(error instanceof ConfigError);
      const named = error.message.split('\n').map((line) => line.split(':')[0]);
      assert.deepEqual(named.sort(), ['DATABASE_URL', 'LOG_LEVEL', 'OBJECT_FOLDER, S3_BUCKET', 'PORT']);
      assert.doesNotMatch(error.message, /hunter2/);
      return true;
    },
  );
});

test('the bytes have exactly one place', () => {
  const both = { ...enough, S3_BUCKET: 'logos' };
  assert.throws(() => readConfig(both), /OBJECT_FOLDER, S3_BUCKET/);
  assert.throws(() => readConfig({ DATABASE_URL: enough.DATABASE_URL }), /OBJECT_FOLDER, S3_BUCKET/);
});

test('a product that shares its stores has a schema of its own there', () => {
  const shared = readConfig({ ...enough, STORE_NAMESPACE: 'pr-12' });
  assert.equal(shared.databaseUrl, `${enough.DATABASE_URL}?options=-csearch_path%3Dpr_12`);
  for (const name of ['pr_12', 'PR', '-pr', 'pr-', 'a--b', '"', '12'])
    assert.throws(() => readConfig({ ...enough, STORE_NAMESPACE: name }), /^ConfigError: STORE_NAMESPACE: /, name);
});

test('a product cannot be named so that what it has is that of others in the stores', () => {
  for (const name of ['public', 'logomorph', 'bullmq', 'pr-12-bullmq', 'pg-x', 'information-schema'])
    assert.throws(() => readConfig({ ...enough, STORE_NAMESPACE: name }), {
      message: 'STORE_NAMESPACE: must be another name: what others have in these stores is called so',
    });
  for (const name of ['public-2', 'logomorph-2', 'bullmq-1', 'pgx'])
    assert.equal(readConfig({ ...enough, STORE_NAMESPACE: name }).storeNamespace, name);
});

test('logos are scanned where a clamd is named, and what would be in vain without it is refused', () => {
  assert.equal(readConfig(enough).scanner, undefined);
  const clamd = { host: 'clamd', port: 3310, whenDown: 'hold' };
  assert.deepEqual(readConfig({ ...enough, CLAMAV_HOST: 'clamd' }).scanner, clamd);
  const given = readConfig({ ...enough, CLAMAV_HOST: '::1', CLAMAV_PORT: '33', SCAN_WHEN_DOWN: 'refuse' });
  assert.deepEqual(given.scanner, { host: '::1', port: 33, whenDown: 'refuse' });
  assert.throws(
    () => readConfig({ ...enough, SCAN_WHEN_DOWN: 'hold' }),
    /CLAMAV_HOST: must be set with SCAN_WHEN_DOWN/,
  );
  assert.throws(() => readConfig({ ...enough, CLAMAV_HOST: 'tcp://clamd:3310' }), /^ConfigError: CLAMAV_HOST:/);
});

test('an identity provider is set up as a whole, with what ties its tokens to this service', () => {
  const issuer = { OIDC_ISSUER: 'https://id.example.com' };
  assert.equal(readConfig(enough).oidc, undefined);
  assert.deepEqual(readConfig({ ...enough, ...issuer, OIDC_AUDIENCE: 'a,b' }).oidc, {
    issuer: 'https://id.example.com',
    audiences: ['a', 'b'],
    authorizedParties: [],
    jwksUrl: undefined,
  });
  assert.throws(() => readConfig({ ...enough, ...issuer }), /OIDC_AUDIENCE, OIDC_AUTHORIZED_PARTIES/);
  const secret = `whsec_${Buffer.alloc(24, 'x').toString('base64')}`;
  assert.throws(() => readConfig({ ...enough, CLERK_WEBHOOK_SECRET: secret }), /OIDC_ISSUER: must be set with CLERK/);
  for (const bad of ['http://id.example.com', 'http://127.0.0.1.example.com', 'id.example.com', 'https://[bad']) {
    assert.throws(() => readConfig({ ...enough, OIDC_ISSUER: bad, OIDC_AUDIENCE: 'a' }), /^ConfigError: OIDC_ISSUER:/);
  }
  const withKeys = { ...enough, ...issuer, OIDC_AUDIENCE: 'a', OIDC_JWKS_URL: 'https://' };
  assert.throws(() => readConfig(withKeys), /^ConfigError: OIDC_JWKS_URL: must be a URL$/);
  readConfig({ ...enough, OIDC_ISSUER: 'http://127.0.0.1:8080/realms/x', OIDC_AUDIENCE: 'a' });
});

test('the admin surface is off by default, and never without a token that cannot be guessed', () => {
  const token = 'x'.repeat(32);
  assert.equal(readConfig({ ...enough, ADMIN_TOKEN: token }).admin, undefined);
  assert.deepEqual(readConfig({ ...enough, ADMIN_PORT: '4100', ADMIN_TOKEN: `${token},${token}2=` }).admin, {
    host: '127.0.0.1',
    port: 4100,
    tokens: [token, `${token}2=`],
  });
  assert.throws(() => readConfig({ ...enough, ADMIN_PORT: '4100' }), /^ConfigError: ADMIN_TOKEN: must be set with/);
  for (const bad of ['x'.repeat(31), `${token},short`, `${token} ${token}`]) {
    assert.throws(() => readConfig({ ...enough, ADMIN_PORT: '4100', ADMIN_TOKEN: bad }), /^ConfigError: ADMIN_TOKEN:/);
  }
});
