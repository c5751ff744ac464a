/** An error in one line, with its reason: `fetch failed` alone helps nobody, least of all who forgot to say where the API is. */
export function errorLine(error: unknown, api: string | undefined): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  const reason = cause instanceof Error ? ` (${'code' in cause ? cause.code : cause.message})` : '';
  const isUnreached = error instanceof TypeError && message === 'fetch failed' && api !== undefined;
  return `${isUnreached ? `no answer from ${api}` : message}${reason}`.replace(/\s+/g, ' ');
}
