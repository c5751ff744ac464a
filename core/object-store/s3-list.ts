import {
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ListedObject } from './object-store.ts';

/** How many objects the store removes at once. */
const PAGE = 1000;

/**
 * The objects of a bucket whose keys begin so; with all versions, if it keeps or has ever kept any.
 *
 * @throws an error also when what answers is no S3 server, such as a proxy with a page of its own
 */
export async function* listBucket(client: S3Client, bucket: string, prefix: string): AsyncGenerator<ListedObject[]> {
  const input = { Bucket: bucket, Prefix: prefix };
  const { Status: versioning } = await client.send(new GetBucketVersioningCommand({ Bucket: bucket }));
  if (versioning === undefined) {
    for await (const { Contents = [], IsTruncated } of paginateListObjectsV2({ client }, input)) {
      requireList(IsTruncated);
      if (Contents.length > 0) yield Contents.map((object) => toListed({ ...object, VersionId: undefined }));
    }
    return;
  }
  for (let place: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {}; place !== undefined; ) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ ...input, ...place }),
    );
    requireList(page.IsTruncated);
    const all = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    if (all.length > 0) yield all.map(toListed);
    const { IsTruncated, NextKeyMarker, NextVersionIdMarker } = page;
    place =
      IsTruncated === true && NextKeyMarker !== undefined
        ? {
            KeyMarker: NextKeyMarker,
            ...(NextVersionIdMarker === undefined ? {} : { VersionIdMarker: NextVersionIdMarker }),
          }
        : undefined;
  }
}

/**
 * Removes objects, or versions of them, from a bucket.
 *
 * @throws an error when one of them was not removed, or is not said to be; others may have been
 */
export async function removeFromBucket(
  client: S3Client,
  bucket: string,
  objects: readonly ListedObject[],
): Promise<void> {
  for (let start = 0; start < objects.length; start += PAGE) {
    const Objects = objects.slice(start, start + PAGE).map(({ key, version }) => ({ Key: key, VersionId: version }));
    // Not quiet: an answer that names none might be anybody's.
    const { Deleted = [], Errors = [] } = await client.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: false } }),
    );
    const [first] = Errors;
    if (first !== undefined)
      throw new Error(`${Errors.length} objects were not removed: ${first.Code} ${first.Message}`);
    const untold = Objects.length - Deleted.length;
    if (untold > 0) throw new Error(`of ${untold} objects the answer does not say that they were removed`);
  }
}

/** Every list says whether there is more. To the SDK any other answer is one without objects. */
function requireList(isTruncated: boolean | undefined): void {
  if (isTruncated === undefined) throw new Error('the answer is no list of a bucket: it is not of an S3 server');
}

interface Listed {
  Key?: string | undefined;
  VersionId?: string | undefined;
  Size?: number | undefined;
}

function toListed({ Key, VersionId, Size = 0 }: Listed): ListedObject {
  if (Key === undefined) throw new Error('the bucket lists an object without a key');
  return { key: Key, version: VersionId, bytes: Size };
}
