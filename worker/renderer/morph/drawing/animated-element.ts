/** An attribute of an element as it is at each moment, from 0 to 1, of a morph. */
export interface AnimatedAttribute {
  name: string;
  at(t: number): string;
  /** Whether its numbers change evenly, some other way, or all at once in the middle. */
  course: 'still' | 'even' | 'curved' | 'jump';
}

/** An element of a drawing that moves. */
export interface AnimatedElement {
  name: string;
  attributes: AnimatedAttribute[];
}

/** An attribute that does not change. */
export function still(name: string, value: string | number): AnimatedAttribute {
  return { name, at: () => `${value}`, course: 'still' };
}

/** An attribute that goes evenly from one number to another. */
export function even(name: string, from: number, to: number, decimals = 3): AnimatedAttribute {
  if (from === to) return still(name, round(from, decimals));
  return { name, at: (t) => `${round(from + (to - from) * t, decimals)}`, course: 'even' };
}

/** An attribute that changes in the middle. */
export function jump(name: string, from: string, to: string): AnimatedAttribute {
  return from === to ? still(name, from) : { name, at: (t) => (t < 0.5 ? from : to), course: 'jump' };
}

export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // Adding zero makes a minus zero a zero, which is a character less.
  return Math.round(value * factor) / factor + 0;
}

/** The element as it is at a moment. */
export function elementAt({ name, attributes }: AnimatedElement, t: number): string {
  return `<${name}${attributes.map((attribute) => ` ${attribute.name}="${attribute.at(t)}"`).join('')}/>`;
}
