/**
 * Makes a compiler that compiles each schema once in a process: many routes have the same, such as those of problems, and
 * to compile them is most of what a start of the API takes.
 */
export function compileOnce<T>(compile: (schema: object) => T): (schema: object) => T {
  const compiled = new Map<string, T>();
  return (schema) => {
    const text = JSON.stringify(schema);
    const known = compiled.get(text);
    if (known !== undefined) return known;
    const fresh = compile(schema);
    compiled.set(text, fresh);
    return fresh;
  };
}
