import Type from 'typebox';
import type { EndedRender } from './ledger.ts';
import type { PatientClient } from './patient-client.ts';

const DAY = 24 * 3600 * 1000;

const Usage = Type.Object({
  days: Type.Array(Type.Object({ renders: Type.Record(Type.String(), Type.Record(Type.String(), Type.Number())) })),
});

/** What is wrong with the usage that is counted: each render has one end, and counts once. */
export async function checkUsage(client: PatientClient, renders: readonly EndedRender[]): Promise<string[]> {
  const day = (offset: number) => new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);
  const { days } = await client.ask(Usage, { path: `/v1/usage?from=${day(-2)}&to=${day(2)}` });
  return ['succeeded', 'failed', 'canceled'].flatMap((state) => {
    const counted = days
      .flatMap(({ renders: byType }) => Object.values(byType))
      .reduce((sum, counts) => sum + (counts[state] ?? 0), 0);
    const ended = renders.filter((render) => render.state === state).length;
    return counted === ended ? [] : [`${counted} renders are counted as ${state}, and ${ended} are`];
  });
}
