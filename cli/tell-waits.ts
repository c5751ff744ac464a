import { errorLine } from './error-line.ts';
import type { Progress } from './progress.ts';

/** Tells what is waited for, and what was last answered, when the API gives no answer for a while that leads on. */
export function tellWaits(
  progress: Progress,
  patienceMilliseconds = 2000,
): { progress: Progress; fetch: typeof fetch } {
  let doing = '';
  let state = '';
  let told = '';
  let isLong = false;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    isLong = true;
    const line = `${doing}: ${state}`;
    if (line !== told) progress.note(line);
    told = line;
  };
  const failed = (reason: string) => {
    state = `${reason}; trying again`;
    if (isLong) tell();
  };
  const goOn = () => {
    clearTimeout(timer);
    timer = undefined;
    isLong = false;
    told = '';
  };
  return {
    progress: {
      ...progress,
      show(text, done, total) {
        doing = text;
        progress.show(text, done, total);
      },
    },
    async fetch(input, init) {
      const { origin } = new URL(String(input));
      if (timer === undefined) {
        state = `no answer from ${origin} yet`;
        timer = setTimeout(tell, patienceMilliseconds).unref();
      }
      try {
        const response = await fetch(input, init);
        if (response.status >= 500 || [408, 429].includes(response.status))
          failed(`${origin} answered ${response.status}`);
        else goOn();
        return response;
      } catch (error) {
        // That somebody gives up is no answer.
        if (!(error instanceof Error && error.name === 'AbortError')) failed(errorLine(error, origin));
        throw error;
      }
    },
  };
}
