import { KEYS } from '../setting-keys.ts';
import { PASSWORD, SUPPLIED, stackConfig } from './run-program.ts';

/** A stack whose objects are checked. */
interface CheckedStack {
  /** What tests call it. */
  title: string;
  config: Record<string, string>;
}

/** Every switch, and what has to be said to have a part that is off by default. */
const ALL_PARTS: Record<string, string> = {
  ...Object.fromEntries(Object.entries(KEYS).flatMap(([key, { type }]) => (type === 'boolean' ? [[key, 'true']] : []))),
  workerScaling: 'keda',
  adminToken: 'a-token-that-is-of-no-operator-anywhere',
  corsOrigins: 'https://app.example.test',
  oidcIssuer: 'https://issuer.example.test',
  oidcAudience: 'logomorph',
  clerkWebhookSecret: `whsec_${Buffer.alloc(32, 'test').toString('base64')}`,
  clamavHost: 'clamd.scan.svc',
  slackWebhookUrl: `https://slack.example.test/${PASSWORD}`,
  heartbeatUrl: 'https://heartbeat.example.test',
};

/** A cluster that is there, with data stores that are. */
const KUBERNETES: Record<string, string> = {
  ...SUPPLIED.prod,
  environment: 'prod',
  dataStores: 'external',
  databaseUrl: `postgres://logomorph:${PASSWORD}@database.test/logomorph`,
  redisUrl: `rediss://:${PASSWORD}@queue.test:6379`,
  s3Bucket: 'logomorph-test',
};

const stacks: readonly { title: string; file: string; given: Record<string, string> }[] = [
  { title: 'local', file: 'local', given: { ...SUPPLIED.local } },
  { title: 'kubernetes', file: 'local', given: KUBERNETES },
  { title: 'pr', file: 'pr', given: { ...SUPPLIED.pr } },
  { title: 'staging', file: 'staging', given: { ...SUPPLIED.staging } },
  { title: 'prod', file: 'prod', given: { ...SUPPLIED.prod } },
];

/** Every target, each as it comes and with all its parts. */
export const EVERY_STACK: readonly CheckedStack[] = stacks.flatMap(({ title, file, given }) => {
  const plain = { title, config: stackConfig(file, given) };
  if (title === 'pr') return [plain];
  const guests = `${title === 'local' || title === 'staging'}`;
  return [plain, { title: `${title}-with-all-parts`, config: stackConfig(file, { ...given, ...ALL_PARTS, guests }) }];
});
