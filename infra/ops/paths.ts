import { dirname, join } from 'node:path';

/** The folder with `Pulumi.yaml` and the Dockerfile. */
export const PROJECT_ROOT = dirname(dirname(import.meta.dirname));

/** What the operations keep on this machine: the stacks, where no other backend is set up, and logs. */
export const STATE_FOLDER = join(PROJECT_ROOT, '.pulumi-state');
