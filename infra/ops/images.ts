import { join } from 'node:path';
import { command } from './command.ts';
import type { OpsEnvironment } from './environment.ts';
import { Failure } from './failure.ts';
import { STATE_FOLDER } from './paths.ts';

/** The images of both programs, by names that say what is in them. */
interface BuiltImages {
  service: string;
  worker: string;
}

/** Builds both images from the Dockerfile. */
export async function buildImages(env: OpsEnvironment): Promise<BuiltImages> {
  // One after the other: what both have in common is then built once, by the classic builder too.
  return { service: await buildImage('service', env), worker: await buildImage('worker', env) };
}

/** The tag is the start of the image's id, so that the same content has the same name and other content another. */
async function buildImage(target: keyof BuiltImages, env: OpsEnvironment): Promise<string> {
  const repository = `logomorph/${target}`;
  const build = ['build', '--target', target, '--tag', `${repository}:latest`, ...env.dockerBuildArgs, '.'];
  await command('docker', build, { log: join(STATE_FOLDER, 'logs', `build-${target}.log`) });
  const id = await command('docker', ['image', 'inspect', '--format', '{{.Id}}', `${repository}:latest`]);
  const image = `${repository}:${id.replace('sha256:', '').slice(0, 12)}`;
  await command('docker', ['tag', `${repository}:latest`, image]);
  return image;
}

/** Brings images from docker's store to the cluster of a context. */
export async function loadImages(images: readonly string[], context: string, env: OpsEnvironment): Promise<void> {
  const [name, ...args] = loadCommand(context, env.imageLoad) ?? [];
  if (name !== undefined) await command(name, [...args, ...images]);
}

/**
 * The command that brings images into the cluster of a context, less their names.
 * @returns undefined where the cluster runs on docker's own store
 */
export function loadCommand(context: string, own: readonly string[]): readonly string[] | undefined {
  if (own.length > 0) return own;
  const [, tool, cluster] = /^(kind|k3d)-(.+)$/.exec(context) ?? [];
  if (tool === 'kind' && cluster !== undefined) return ['kind', 'load', 'docker-image', '--name', cluster];
  if (tool === 'k3d' && cluster !== undefined) return ['k3d', 'image', 'import', '--cluster', cluster];
  if (context === 'minikube') return ['minikube', 'image', 'load'];
  if (context === 'docker-desktop' || context === 'orbstack') return undefined;
  throw new Failure(
    `how images get into the cluster of the context "${context}" is not known: ` +
      'set LOGOMORPH_IMAGE_LOAD to a command that takes their names, or push them and give --service-image and --worker-image',
  );
}
