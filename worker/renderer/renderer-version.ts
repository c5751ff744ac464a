/**
 * Part of every output's content key. Raise it when any output of the renderer changes by so much as a byte,
 * so that outputs of an older renderer are not taken for those of this one.
 */
export const RENDERER_VERSION = 9;
