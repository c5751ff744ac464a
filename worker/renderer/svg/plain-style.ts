/**
 * What an element of ours in the document of a logo says against rules that the logo has for all of its kind, which would fade,
 * filter, cut, hide or move it.
 */
export const PLAIN_STYLE = 'opacity:1;filter:none;mask:none;clip-path:none;display:inline;transform:none';
