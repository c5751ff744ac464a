import { Environment } from '@logomorph/contract/environment.ts';
import { code, GENERATED, table } from './markdown.ts';
import { settingsTable } from './platform/settings.ts';
import { fieldRows } from './schema-facts.ts';

/** Variables that are read outside of the programs; a test compares the names with the sources. */
export const OTHER_VARIABLES = {
  'npm start': [
    [
      'LOGOMORPH_DATA',
      'a folder',
      '`.data` in the project',
      'What the start keeps: the database, the objects and `secrets-key`',
    ],
    ['LOGOMORPH_WORKERS', 'whole number', 'one per core but one, at least 1', 'How many workers are started'],
  ],
  'npm run up, preview and down': [
    ['LOGOMORPH_DOCKER_BUILD_ARGS', 'words', 'none', 'More arguments of `docker build`'],
    [
      'LOGOMORPH_IMAGE_LOAD',
      'a command',
      'by the context: kind, k3d and minikube are known',
      'Brings images into the cluster; their names are appended',
    ],
  ],
} as const;

/** `docs/configuration.md`. */
export async function configurationDocument(): Promise<string> {
  return `${GENERATED}

# Configuration

The API and the workers read environment variables once, at their start. Every variable that breaks a rule is named,
all at once, and the program ends with code 1. An empty variable counts as one that is not set.

${table(['Variable', 'Type and range', 'Default', 'Meaning'], fieldRows(Environment))}

Exactly one of \`OBJECT_FOLDER\` and \`S3_BUCKET\` must be set. The keys for S3 come from where the AWS SDK looks:
\`AWS_ACCESS_KEY_ID\` and \`AWS_SECRET_ACCESS_KEY\`, a profile, or the identity of a pod.

## On one machine

\`npm start\` passes all of the above on to the programs, and fills in what is not set: a Postgres of its own for
\`DATABASE_URL\`, the folder \`objects\` in its data folder for \`OBJECT_FOLDER\` unless \`S3_BUCKET\` is set, a key of
its own making in that folder for \`SECRETS_KEY\`, \`warn\` for \`LOG_LEVEL\` and 0 for
\`DEREGISTRATION_DELAY_SECONDS\`. The first worker listens on \`WORKER_PORT\`, each further one on the next port.

It has variables of its own:

${others('npm start')}

## In a cluster

A stack's settings become these variables. They are in \`Pulumi.STACK.yaml\`, under the namespace \`logomorph:\`, and are set
by \`pulumi config set logomorph:KEY VALUE\`, with \`--secret\` for a secret, or by \`npm run up -- --config KEY=VALUE\`. Every
setting that breaks a rule is named, all at once, with the stack and the rule, before anything is planned. An empty one counts as
not set. Some need others: the error says which. Where a setting is not read it may be set, and does nothing.

${await settingsTable()}

The commands that bring a stack up take Pulumi's own variables (such as \`PULUMI_BACKEND_URL\` and
\`PULUMI_CONFIG_PASSPHRASE\`) and these:

${others('npm run up, preview and down')}
`;
}

function others(command: keyof typeof OTHER_VARIABLES): string {
  const rows = OTHER_VARIABLES[command].map(([name, ...cells]) => [code(name), ...cells]);
  return table(['Variable', 'Type and range', 'Default', 'Meaning'], rows);
}
