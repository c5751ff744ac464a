import * as pulumi from '@pulumi/pulumi';

/** Says of resources of some types that they go with another, so that to delete that one is all there is to do. */
export function deletedWith(resource: pulumi.Resource, types: RegExp): pulumi.ResourceTransformation {
  return ({ type, props, opts }) =>
    types.test(type) ? { props, opts: pulumi.mergeOptions(opts, { deletedWith: resource }) } : undefined;
}
