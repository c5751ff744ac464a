import { LIMITS } from '@logomorph/contract/limits.ts';

/** Takes warnings of a render, and keeps each once, as many and as long as a render may have, as one line of text. */
export function collectWarnings() {
  const kept = new Set<string>();
  return {
    warn(warning: string): void {
      if (kept.size === LIMITS.warnings) return;
      // They may tell names from the logo. Half a character would be one that no database takes.
      const line = warning
        .slice(0, LIMITS.warningCharacters)
        .toWellFormed()
        .replace(/\p{Cc}/gu, ' ');
      kept.add(line);
    },
    all: (): string[] => [...kept],
  };
}
