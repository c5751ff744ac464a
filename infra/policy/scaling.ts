import { at, isPlain, numberAt, type Plain, textAt } from './plain.ts';
import { kindOf, podOf } from './pods.ts';
import type { Finding, Rule, Subject } from './rule.ts';

/** Kinds that set the number of pods of another object. */
const SCALERS = ['HorizontalPodAutoscaler', 'ScaledObject'];

/** How many pods there are, and who says so. */
export const SCALING_RULES: readonly Rule[] = [
  {
    name: 'no-replicas-beside-an-autoscaler',
    description: 'What an autoscaler scales says no number of pods itself: each deploy would set it back.',
    stack: (subjects) =>
      subjects
        .filter((subject) => scalerOf(subject, subjects) && setsReplicas(subject))
        .map(({ urn }) => ({ urn, problem: 'has replicas, and an autoscaler has them too' })),
  },
  {
    name: 'budgets-leave-room',
    description: 'A PodDisruptionBudget lets at least one pod go, or no node could ever be emptied.',
    stack: (subjects) =>
      subjects.filter((one) => kindOf(one) === 'PodDisruptionBudget').flatMap((one) => tight(one, subjects)),
  },
];

/** A number that is left as it once was is that of before there was an autoscaler. */
function setsReplicas({ inputs, ignored }: Subject): boolean {
  return numberAt(inputs, 'spec.replicas') !== undefined && !ignored.includes('spec.replicas');
}

function tight(budget: Subject, subjects: readonly Subject[]): Finding[] {
  const refuse = (problem: string) => [{ urn: budget.urn, problem }];
  const atMostGone = at(budget.inputs, 'spec.maxUnavailable');
  if (atMostGone !== undefined) return atMostGone === 0 || atMostGone === '0%' ? refuse('lets no pod go') : [];
  const atLeast = at(budget.inputs, 'spec.minAvailable');
  return subjects
    .filter((subject) => selects(budget, subject))
    .flatMap((subject) => {
      const fewest = fewestPods(subject, subjects);
      const kept = podsKept(atLeast, fewest);
      return kept < fewest ? [] : refuse(`keeps ${kept} of the ${fewest} pods of ${subject.name}, so none may go`);
    });
}

function podsKept(atLeast: unknown, pods: number): number {
  const percent = typeof atLeast === 'string' ? /^(\d+)%$/.exec(atLeast)?.[1] : undefined;
  return percent === undefined ? Number(atLeast ?? 0) : Math.ceil((Number(percent) / 100) * pods);
}

/** The fewest pods that an object has when all goes well. */
function fewestPods(subject: Subject, subjects: readonly Subject[]): number {
  const scaler = scalerOf(subject, subjects)?.inputs;
  // KEDA's default is none, that of the API server is one.
  if (scaler !== undefined)
    return numberAt(scaler, 'spec.minReplicas') ?? numberAt(scaler, 'spec.minReplicaCount') ?? 0;
  return numberAt(subject.inputs, 'spec.replicas') ?? 1;
}

/** What sets the number of pods of an object; undefined where the object says it itself. */
export function scalerOf(subject: Subject, subjects: readonly Subject[]): Subject | undefined {
  const name = textAt(subject.inputs, 'metadata.name');
  if (name === '') return undefined;
  return subjects.find(
    (one) =>
      SCALERS.includes(kindOf(one)) &&
      textAt(one.inputs, 'spec.scaleTargetRef.name') === name &&
      (textAt(one.inputs, 'spec.scaleTargetRef.kind') || 'Deployment') === kindOf(subject) &&
      textAt(one.inputs, 'metadata.namespace') === textAt(subject.inputs, 'metadata.namespace'),
  );
}

function selects(budget: Subject, subject: Subject): boolean {
  const wanted = at(budget.inputs, 'spec.selector.matchLabels');
  const labels = at(subject.inputs, 'spec.template.metadata.labels');
  if (podOf(subject) === undefined || !isPlain(wanted) || !isPlain(labels)) return false;
  return (
    hasAll(labels, wanted) &&
    textAt(budget.inputs, 'metadata.namespace') === textAt(subject.inputs, 'metadata.namespace')
  );
}

function hasAll(labels: Plain, wanted: Plain): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}
