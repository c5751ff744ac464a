/** An object whose properties may be anything. */
export type Plain = Readonly<Record<string, unknown>>;

/** Whether a value is an object with properties. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is at a path like `spec.template.spec`, or at keys that may have dots; undefined where no way leads to it. */
export function at(value: unknown, path: string | readonly string[]): unknown {
  let found = value;
  for (const key of typeof path === 'string' ? path.split('.') : path) found = isPlain(found) ? found[key] : undefined;
  return found;
}

/** The objects of the list at a path; none where there is no list. */
export function listAt(value: unknown, path: string): Plain[] {
  const found = at(value, path);
  return Array.isArray(found) ? found.filter(isPlain) : [];
}

/** The text at a path, or the empty text. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

/** The number at a path, or undefined. */
export function numberAt(value: unknown, path: string): number | undefined {
  const found = at(value, path);
  return typeof found === 'number' ? found : undefined;
}

/** One text or a list of them, as AWS takes either, as a list. */
export function texts(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}
