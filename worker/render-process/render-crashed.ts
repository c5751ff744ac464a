/** What rendered ended in the middle of a render, by a fault in a library or for want of memory. */
export class RenderCrashed extends Error {
  constructor() {
    super('the process ended in the middle of the render');
    this.name = 'RenderCrashed';
  }
}
