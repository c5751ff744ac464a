import { textAt } from './plain.ts';
import { containersOf } from './pods.ts';
import type { Rule, Subject } from './rule.ts';

/** What containers run. */
export const IMAGE_RULES: readonly Rule[] = [
  {
    name: 'images-by-digest',
    description: 'Containers of staging and prod run images by digest: a tag may be another image tomorrow.',
    resource: (subject, { environment }) => (['staging', 'prod'].includes(environment) ? notByDigest(subject) : []),
  },
];

function notByDigest(subject: Subject): string[] {
  return containersOf(subject)
    .filter((container) => !/@sha256:[0-9a-f]{64}$/.test(textAt(container, 'image')))
    .map(
      (container) => `container ${textAt(container, 'name')} runs "${textAt(container, 'image')}", without a digest`,
    );
}
