import * as ecr from '@pulumi/aws/ecr/index.js';
import * as pulumi from '@pulumi/pulumi';

interface RegistryArgs {
  /** What the names of the repositories begin with. */
  prefix: string;
  /** Key that images are encrypted with. */
  keyArn: pulumi.Input<string>;
  /** Whether the engine refuses to delete it: what runs is pulled from it at any time. */
  protect: boolean;
}

/** A program that there is an image of. */
type ImageName = 'service' | 'worker';

/**
 * Of images with a tag so many stay: what runs is among the newest, and so is what one goes back to. What has no tag
 * is left of a push that did not end.
 */
const LIFECYCLE = {
  rules: [
    {
      rulePriority: 1,
      description: 'Without a tag',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 },
      action: { type: 'expire' },
    },
    {
      rulePriority: 2,
      description: 'All but the newest 200',
      selection: { tagStatus: 'tagged', tagPatternList: ['*'], countType: 'imageCountMoreThan', countNumber: 200 },
      action: { type: 'expire' },
    },
  ],
};

/** Where CI puts the images of both programs: a tag, once pushed, names the same image for ever. */
export class Registry extends pulumi.ComponentResource {
  /** Where the API's image goes, less tag and digest. */
  readonly service: pulumi.Output<string>;
  /** Where the worker's image goes. */
  readonly worker: pulumi.Output<string>;
  /** ARNs of the repositories. */
  readonly arns: pulumi.Output<string>[];

  constructor(name: string, args: RegistryArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Registry', name, {}, opts);
    const service = this.#createRepository('service', args);
    const worker = this.#createRepository('worker', args);
    for (const [image, repository] of Object.entries({ service, worker })) this.#createLifecycle(image, repository);
    this.service = service.repositoryUrl;
    this.worker = worker.repositoryUrl;
    this.arns = [service.arn, worker.arn];
    this.registerOutputs({ service: this.service, worker: this.worker });
  }

  #createRepository(image: ImageName, { prefix, keyArn, protect }: RegistryArgs) {
    return new ecr.Repository(
      image,
      {
        name: `${prefix}/${image}`,
        imageTagMutability: 'IMMUTABLE',
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: 'KMS', kmsKey: keyArn }],
      },
      { parent: this, protect },
    );
  }

  #createLifecycle(image: string, repository: ecr.Repository) {
    const policy = JSON.stringify(LIFECYCLE);
    const opts = { parent: this, deletedWith: repository };
    return new ecr.LifecyclePolicy(image, { repository: repository.name, policy }, opts);
  }
}
