import { dataStores } from '../data-stores.ts';
import type { Settings } from '../settings.ts';
import type { Target } from './target.ts';

/** A cluster that is there. */
export function kubernetesTarget(settings: Settings): Target {
  return {
    providers: {},
    namespaceLabels: {},
    dataStores: (place, opts) => dataStores(settings, place, opts),
    expose: () => undefined,
    secretKeeper: () => undefined,
    outputs: {},
  };
}
