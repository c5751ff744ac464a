import Type, { type Static } from 'typebox';
import Value from 'typebox/value';

const Reason = Type.Object({ reason: Type.Optional(Type.String()), message: Type.Optional(Type.String()) });
const Ended = Type.Object({ exitCode: Type.Integer(), ...Reason.properties });
const Container = Type.Object({
  name: Type.String(),
  state: Type.Optional(Type.Object({ waiting: Type.Optional(Reason), terminated: Type.Optional(Ended) })),
  lastState: Type.Optional(Type.Object({ terminated: Type.Optional(Ended) })),
});
const Containers = Type.Optional(Type.Array(Container));
const Pod = Type.Object({
  metadata: Type.Object({ creationTimestamp: Type.String() }),
  status: Type.Object({
    conditions: Type.Optional(
      Type.Array(Type.Object({ type: Type.String(), status: Type.String(), ...Reason.properties })),
    ),
    initContainerStatuses: Containers,
    containerStatuses: Containers,
  }),
});
const Pods = Type.Object({ items: Type.Array(Pod) });

/** What a container waits for that is on its way. */
const ON_ITS_WAY = ['ContainerCreating', 'PodInitializing'];

/**
 * Why pods do not come up, a line for each container and reason: what the scheduler and the kubelet say, and the last
 * words of a program that ended.
 * @param pods what `kubectl get pods --output json` prints
 * @param since pods that were made before are not looked at, by the clock of the cluster
 */
export function podFaults(pods: string, since: Date): string[] {
  const { items } = Value.Parse(Pods, JSON.parse(pods));
  const recent = items.filter(({ metadata }) => new Date(metadata.creationTimestamp) >= since);
  return [...new Set(recent.flatMap(({ status }) => faultsOf(status)))];
}

function faultsOf({
  conditions = [],
  initContainerStatuses = [],
  containerStatuses = [],
}: Static<typeof Pod>['status']) {
  const unscheduled = conditions.filter(({ type, status }) => type === 'PodScheduled' && status === 'False');
  return [
    ...unscheduled.map(({ reason, message }) => said('a pod has no node', reason, message)),
    ...[...initContainerStatuses, ...containerStatuses].flatMap(faultOf),
  ];
}

function faultOf({ name, state, lastState }: Static<typeof Container>): string[] {
  const waiting = state?.waiting;
  const ended = state?.terminated ?? lastState?.terminated;
  if (waiting?.reason !== undefined && ON_ITS_WAY.includes(waiting.reason)) return [];
  if (waiting === undefined && (state?.terminated === undefined || ended?.exitCode === 0)) return [];
  const lastWords = ended?.message?.trim().split('\n').at(-1);
  const reason = waiting?.reason ?? `${ended?.reason}, code ${ended?.exitCode}`;
  return [said(name, reason, lastWords || waiting?.message)];
}

function said(who: string, reason: string | undefined, message: string | undefined): string {
  return [who, reason, message].filter(Boolean).join(': ');
}
