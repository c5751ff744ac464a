import type { Render, RenderEvent } from './api-types.ts';
import { call } from './call.ts';
import { type EventsOptions, events } from './events.ts';
import type { Connection } from './send.ts';

export interface WaitOptions extends EventsOptions {
  /** Is told what happens meanwhile. */
  onEvent?: (event: RenderEvent) => void;
}

/**
 * Waits until a render has ended, and gives it: succeeded, failed or canceled.
 *
 * @throws LogoMorphError
 */
export async function waitFor(
  connection: Connection,
  renderId: string,
  { onEvent, ...options }: WaitOptions = {},
): Promise<Render> {
  for await (const event of events(connection, renderId, options)) onEvent?.(event);
  return call(connection, 'get', '/v1/renders/{renderId}', { path: { renderId }, signal: options.signal });
}
