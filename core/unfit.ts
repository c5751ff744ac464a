/** A part that is reached and must not be used as it is. The message says why, and is for anybody to read. */
export class Unfit extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unfit';
  }
}
