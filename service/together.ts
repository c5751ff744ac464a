/**
 * Lets those who come together share a call: while one is under way those who come wait, and go together in the next. Who
 * comes alone goes at once, but for what else has come in the same turn of the event loop.
 *
 * @param call gives an answer for each, in their order; when it fails, all of them are told
 * @param most how many go in one call
 */
export function together<Ask, Answer>(
  call: (asks: readonly Ask[]) => Promise<readonly Answer[]>,
  most: number,
): (ask: Ask) => Promise<Answer> {
  const waiting: { ask: Ask; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = [];
  let isUnderWay = false;

  const callForThem = async () => {
    while (waiting.length > 0) {
      const those = waiting.splice(0, most);
      try {
        const answers = await call(those.map(({ ask }) => ask));
        for (const [index, { resolve, reject }] of those.entries()) {
          const answer = answers[index];
          if (answer === undefined) reject(new Error('a call gives an answer for each'));
          else resolve(answer);
        }
      } catch (error) {
        for (const { reject } of those) reject(error);
      }
    }
    isUnderWay = false;
  };

  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      setImmediate(callForThem);
    });
}
