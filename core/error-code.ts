/** The code that Node or Postgres gave an error, such as `ENOENT` or `57P03`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether a call failed because there is no such file or folder. */
export function isNotThere(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** Catches that there is no such file or folder, and gives the value in its place. */
export function ifNotThere<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isNotThere(error)) return value;
    throw error;
  };
}
