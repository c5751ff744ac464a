import { ALLOWED_ATTRIBUTES, ALLOWED_FUNCTIONS, isQuietAttribute } from './allowed-names.ts';
import { isPictureUrl } from './embedded-pictures.ts';
import { limitNumbers } from './limit-numbers.ts';
import { validPathData, validPoints } from './path-data.ts';
import { sanitiseCss } from './sanitise-css.ts';
import { isForeign, type SvgAttribute, type SvgElement, XLINK_NAMESPACE, XML_NAMESPACE } from './svg-element.ts';

type Report = (dropped: string) => void;

const FRAGMENT = /^#[^\s"'()\\]+$/;
const FUNCTION = /(?<![\w-])([\w-]*)\s*\(/g;
const FRAGMENT_URL = /url\(\s*(["']?)#[^\s"'()\\]+\1\s*\)/gi;
/** Their values are names, in which digits are no numbers. */
const NAMES = new Set(['id', 'class', 'in', 'in2', 'result', 'font-family', 'font', 'role']);

/**
 * The attributes of an element that may stay, of which each is without a prefix. `report` is told of the others, but for
 * those that draw nothing and do nothing.
 */
export function sanitiseAttributes(element: SvgElement, report: Report): SvgAttribute[] {
  const kept = new Map<string, string>();
  for (const attribute of element.attributes) {
    const about = (reason: string) => report(`${attribute.name} of ${element.name}${reason}`);
    const name = keptName(attribute);
    if (name === undefined) {
      if (!isQuiet(attribute)) about('');
      continue;
    }
    // SVG 2 § 16.1.4: href wins over xlink:href.
    if (attribute.namespace === XLINK_NAMESPACE && kept.has('href')) continue;
    const value = keptValue(element.name, name, attribute.value, about);
    if (value !== undefined) kept.set(name, value);
  }
  return [...kept].map(([name, value]) => ({ name, namespace: '', value }));
}

/** Whether nobody needs to know of an attribute that is left out. */
function isQuiet({ name, namespace }: SvgAttribute): boolean {
  return isForeign(namespace) || isQuietAttribute(name);
}

function keptName({ name, namespace }: SvgAttribute): string | undefined {
  if (namespace === XLINK_NAMESPACE) return name === 'href' ? name : undefined;
  if (namespace === XML_NAMESPACE) return name === 'space' ? 'xml:space' : undefined;
  return namespace === '' && ALLOWED_ATTRIBUTES.has(name) ? name : undefined;
}

function keptValue(element: string, name: string, value: string, about: Report): string | undefined {
  if (name === 'href') {
    const picture = element === 'image' && isPictureUrl(value.trim());
    if (picture || (element !== 'image' && FRAGMENT.test(value.trim()))) return value.trim();
    about(': external reference');
    return undefined;
  }
  if (name === 'style') {
    return sanitiseCss(value, 'declarationList', (reason) => about(`: ${reason}`)) || undefined;
  }
  // Any other value makes libxml refuse the whole document.
  if (name === 'xml:space' && value !== 'preserve' && value !== 'default') {
    about(': neither default nor preserve');
    return undefined;
  }
  const reason = reasonInValue(value);
  if (reason !== undefined) {
    about(`: ${reason}`);
    return undefined;
  }
  if (!NAMES.has(name)) limitNumbers(value);
  const valid = name === 'd' ? validPathData(value) : name === 'points' ? validPoints(value) : value;
  if (valid !== value) about(': coordinates that cannot be parsed');
  return valid;
}

/** Presentation attributes are CSS values, so a function or an escape in one can be a reference. */
function reasonInValue(value: string): string | undefined {
  if (value.includes('\\')) return 'css escape';
  if (!value.includes('(')) return undefined;
  const rest = value.replace(FRAGMENT_URL, '');
  for (const [, name = ''] of rest.matchAll(FUNCTION)) {
    if (name.toLowerCase() === 'url') return 'external reference';
    if (!ALLOWED_FUNCTIONS.has(name.toLowerCase())) return `${name}()`;
  }
  return undefined;
}
