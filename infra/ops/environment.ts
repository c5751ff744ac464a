import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the operations take from the environment. */
export interface OpsEnvironment {
  /** Where Pulumi keeps stacks; set by who uses a backend of their own. */
  backendUrl: string | undefined;
  /** Token of Pulumi Cloud. */
  accessToken: string | undefined;
  hasPassphrase: boolean;
  /** Folder with Pulumi's credentials. */
  pulumiHome: string;
  /** More arguments of `docker build`. */
  dockerBuildArgs: readonly string[];
  /** Command that brings images into the cluster; their names are appended. */
  imageLoad: readonly string[];
}

/** Reads the environment: the one place of the infrastructure that does. */
export function opsEnvironment(): OpsEnvironment {
  // biome-ignore lint/style/noProcessEnv: this is where the operations read their environment
  const env = process.env;
  return {
    backendUrl: env.PULUMI_BACKEND_URL || undefined,
    accessToken: env.PULUMI_ACCESS_TOKEN || undefined,
    hasPassphrase: env.PULUMI_CONFIG_PASSPHRASE !== undefined || env.PULUMI_CONFIG_PASSPHRASE_FILE !== undefined,
    pulumiHome: env.PULUMI_HOME || join(homedir(), '.pulumi'),
    dockerBuildArgs: words(env.LOGOMORPH_DOCKER_BUILD_ARGS),
    imageLoad: words(env.LOGOMORPH_IMAGE_LOAD),
  };
}

function words(text = ''): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
