import type { MorphRecipe } from '@logomorph/contract/recipe/morph.ts';
import { type AnimatedAttribute, type AnimatedElement, elementAt, jump, round } from './drawing/animated-element.ts';
import type { Drawing } from './drawing/drawing.ts';
import { ease, reversedSpline, SPLINES, type Spline } from './easing.ts';

/** How many even steps stand for a course that SMIL cannot run by itself, such as that of a colour in OKLab. */
const STEPS = 16;
/** How finely the moment of a jump is looked for. */
const JUMP_STEPS = 128;

/** A stretch of time between two states of the morph, 0 and 1; what stands still has no spline. */
interface Stretch {
  from: number;
  to: number;
  milliseconds: number;
  spline: Spline | undefined;
}

type Timing = Pick<MorphRecipe, 'duration' | 'hold' | 'easing' | 'loop'>;

/**
 * The drawing as an SVG that animates itself (SMIL: SVG Animations Level 2). Before and without animation it shows the
 * first logo; to people who asked for less motion, where the viewer knows of that, it shows the second.
 */
export function animatedSvg(drawing: Drawing, recipe: Timing & { background: string }): Buffer {
  const { size, gradients, clip } = drawing;
  const animated = (element: AnimatedElement, id?: string) => animatedElement(element, recipe, id);
  const clipPath = (id: string, rect: string) => `<clipPath id="${id}">${rect}</clipPath>`;
  const clipped = (id: string) => (clip ? ` clip-path="url(#${id})"` : '');
  const defs = [
    ...gradients,
    ...(clip ? [clipPath('clip', animated(clip)), clipPath('clip-rest', elementAt(clip, 1))] : []),
    ...(changesOrder(drawing) ? drawing.paths.map((path, i) => animated(path, `path${i}`)) : []),
  ].join('');
  const rest = drawing.pathsAtEnd.map((path) => elementAt(path, 1)).join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ` +
      `viewBox="0 0 ${size.width} ${size.height}">` +
      '<style>#rest{display:none}@media (prefers-reduced-motion:reduce){#motion{display:none}#rest{display:inline}}</style>' +
      `${defs === '' ? '' : `<defs>${defs}</defs>`}` +
      `${recipe.background === 'transparent' ? '' : `<rect width="100%" height="100%" fill="${recipe.background}"/>`}` +
      `<g id="motion"${clipped('clip')}>${motion(drawing, recipe)}</g>` +
      `<g id="rest"${clipped('clip-rest')}>${rest}</g></svg>`,
  );
}

/** The paths, or, when their order changes, uses of them in the one order and then in the other. */
function motion(drawing: Drawing, timing: Timing): string {
  if (!changesOrder(drawing)) return drawing.paths.map((path) => animatedElement(path, timing)).join('');
  const uses = (paths: readonly AnimatedElement[]) =>
    paths.map((path) => `<use href="#path${drawing.paths.indexOf(path)}"/>`).join('');
  const halves = [
    { display: jump('display', 'inline', 'none'), paths: drawing.paths },
    { display: jump('display', 'none', 'inline'), paths: drawing.pathsAtEnd },
  ];
  return halves
    .map(({ display, paths }) => `<g display="${display.at(0)}">${animation(display, timing)}${uses(paths)}</g>`)
    .join('');
}

function changesOrder({ paths, pathsAtEnd }: Drawing): boolean {
  return paths.some((path, i) => path !== pathsAtEnd[i]);
}

function animatedElement(element: AnimatedElement, timing: Timing, id?: string): string {
  const animations = element.attributes.map((attribute) => animation(attribute, timing)).join('');
  const start = elementAt(element, 0).replace(/\/>$/, '');
  const name = id === undefined ? '' : ` id="${id}"`;
  return animations === '' ? `${start}${name}/>` : `${start}${name}>${animations}</${element.name}>`;
}

function animation(attribute: AnimatedAttribute, timing: Timing): string {
  if (attribute.course === 'still') return '';
  const { keys, total, splines } = courseOf(attribute, timing);
  const calcMode = attribute.course === 'jump' ? 'discrete' : splines ? 'spline' : 'linear';
  const times = keys.map(({ time }) => round(time / total, 5));
  // What happens once waits for its beginning; what repeats has the wait inside.
  const begin = timing.loop === 'once' ? ` begin="${timing.hold}ms"` : '';
  return (
    `<animate attributeName="${attribute.name}"${begin} dur="${total}ms" ` +
    `${timing.loop === 'once' ? 'fill="freeze"' : 'repeatCount="indefinite"'} calcMode="${calcMode}" ` +
    `keyTimes="${times.join(';')}" ${splines ? `keySplines="${splines.map(splineText).join(';')}" ` : ''}` +
    `values="${keys.map(({ value }) => value).join(';')}"/>`
  );
}

function splineText(spline: Spline): string {
  return spline.map((value) => round(value, 4)).join(' ');
}

interface Course {
  /** Values by the time, in milliseconds. */
  keys: { time: number; value: string }[];
  /** The time of all, in milliseconds. */
  total: number;
  splines: Spline[] | undefined;
}

function courseOf({ at, course }: AnimatedAttribute, timing: Timing): Course {
  const stretches = stretchesOf(timing);
  const keys = [{ time: 0, value: at(0) }];
  let start = 0;
  for (const { from, to, milliseconds, spline } of stretches) {
    const steps = course === 'even' || !spline ? 1 : course === 'jump' ? JUMP_STEPS : STEPS;
    for (let step = 1; step <= steps; step++) {
      const share = spline ? ease(spline, step / steps) : step / steps;
      const time = Math.round(start + (milliseconds * step) / steps);
      const value = at(from + (to - from) * share);
      if (course !== 'jump' || value !== keys.at(-1)?.value) keys.push({ time, value });
    }
    start += milliseconds;
  }
  const splines = course === 'even' ? stretches.map(({ spline }) => spline ?? SPLINES.linear) : undefined;
  return { keys, total: start, splines };
}

function stretchesOf({ duration, hold, easing, loop }: Timing): Stretch[] {
  const spline = SPLINES[easing];
  const forth: Stretch = { from: 0, to: 1, milliseconds: duration, spline };
  const back: Stretch = { from: 1, to: 0, milliseconds: duration, spline: reversedSpline(spline) };
  const stays = (at: number): Stretch[] =>
    hold > 0 ? [{ from: at, to: at, milliseconds: hold, spline: undefined }] : [];
  if (loop === 'once') return [forth];
  if (loop === 'repeat') return [...stays(0), forth, ...stays(1)];
  return [...stays(0), forth, ...stays(1), back];
}
