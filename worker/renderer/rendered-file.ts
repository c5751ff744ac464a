/** One file that a render made. */
export interface RenderedFile {
  /** In one folder at most, as in `AppIcon.appiconset/Contents.json`. */
  name: string;
  mediaType: string;
  bytes: Buffer;
  /** In pixels; only of a file that is a single picture. */
  width?: number;
  height?: number;
}
