/** When the frames of an animation are shown. */
export interface FrameTimes {
  /** How long each is shown, in milliseconds; empty without animation. */
  delays: readonly number[];
  /** How often all are shown; 0 is for ever. */
  loop: number;
}
