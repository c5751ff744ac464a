/** One file that a render made. */
export interface RenderedFile {
  /** A flat name: no folder in it. */
  name: string;
  mediaType: string;
  bytes: Buffer;
  /** In pixels; only of a file that is a single picture. */
  width?: number;
  height?: number;
}
