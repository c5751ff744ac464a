import { dirname, relative } from 'node:path';
import * as docker from '@pulumi/docker';
import * as pulumi from '@pulumi/pulumi';
import type { ImageSettings } from './image-settings.ts';

/** A stage of the Dockerfile that a program runs from. */
type Target = 'service' | 'worker';

/**
 * The images of our two programs: `pinned`, where whoever built them says which, or `build`, where they are
 * built from the Dockerfile and pushed. Built ones are referred to by digest, so that what runs is what was
 * built, and a new build rolls out.
 */
export class Images extends pulumi.ComponentResource {
  /** Reference of the API's image. */
  readonly service: pulumi.Output<string>;
  /** Reference of the worker's image. */
  readonly worker: pulumi.Output<string>;

  constructor(name: string, args: ImageSettings, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:images:Images', name, {}, opts);
    this.service = this.#image('service', args);
    this.worker = this.#image('worker', args);
    this.registerOutputs({ service: this.service, worker: this.worker });
  }

  #image(target: Target, args: ImageSettings): pulumi.Output<string> {
    if (args.source === 'pinned') return pulumi.output(args[target]);
    return this.#createImage(target, args.repository).repoDigest;
  }

  #createImage(target: Target, repository: string) {
    return new docker.Image(
      target,
      {
        imageName: `${repository}/${target}`,
        // Relative to where the program runs: an absolute path would differ from machine to machine.
        build: { context: relative('', dirname(import.meta.dirname)) || '.', target },
      },
      { parent: this },
    );
  }
}
