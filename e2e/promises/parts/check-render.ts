import { hash } from 'node:crypto';
import type { EndedRender } from './ledger.ts';
import type { PatientClient } from './patient-client.ts';

/** What is wrong with the events of a render that has ended: each is there once, and the last ends it. */
export async function checkRender(client: PatientClient, { id, state, outputs }: EndedRender): Promise<string[]> {
  if (!['succeeded', 'failed', 'canceled'].includes(state)) return [];
  const stream = (await client.send({ path: `/v1/renders/${id}/events` })).toString();
  const events = [...stream.matchAll(/^id: (\d+)\nevent: (\w+)$/gm)].map(([, seq, type = '']) => ({
    seq: Number(seq),
    type,
  }));
  const told = events.map(({ type }) => type).join(' ');
  const files = state === 'succeeded' ? outputs.map(() => ' output').join('') : '(?: output)*';
  const complaints: string[] = [];
  if (!new RegExp(`^queued started${files} ${state}$`).test(told)) complaints.push(`${id} tells ${told}`);
  if (events.some(({ seq }, index) => seq !== index + 1))
    complaints.push(`${id} numbers ${events.map(({ seq }) => seq)}`);
  return complaints;
}

/** What is wrong with the files of renders: each can be had, and is what it was told to be. */
export async function checkFiles(client: PatientClient, renders: readonly EndedRender[]): Promise<string[]> {
  const complaints: string[] = [];
  for (const { id, name, url, sha256 } of renders.flatMap(({ id, outputs }) =>
    outputs.map((file) => ({ id, ...file })),
  )) {
    const digest = await client.send({ path: url }).then(
      (bytes) => hash('sha256', bytes),
      (error: unknown) => String(error),
    );
    if (digest !== sha256) complaints.push(`file ${name} of ${id} is ${digest}, not ${sha256}`);
  }
  return complaints;
}
