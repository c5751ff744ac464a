import { type Example, subject } from './example.ts';

const DIGEST = `registry.test/api@sha256:${'0'.repeat(64)}`;
const LABELS = { 'app.kubernetes.io/name': 'api' };
const AMOUNTS = { cpu: '1', memory: '1Gi' };
const PROBES = { startupProbe: {}, livenessProbe: {}, readinessProbe: {} };
const SAFE = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};
const CONTAINER = {
  name: 'api',
  image: DIGEST,
  resources: { requests: AMOUNTS, limits: AMOUNTS },
  securityContext: SAFE,
  ...PROBES,
};

/** A deployment whose pods have one container, and more of its own where that is given. */
function deployment(container: object = {}, pod: object = {}, spec: object = {}) {
  return subject('kubernetes:apps/v1:Deployment', 'api', {
    metadata: { name: 'api-1', namespace: 'logomorph' },
    spec: {
      ...spec,
      template: { metadata: { labels: LABELS }, spec: { containers: [{ ...CONTAINER, ...container }], ...pod } },
    },
  });
}

/** One of the init containers alone is at fault. */
function prepared(container: object) {
  return deployment({}, { initContainers: [{ ...CONTAINER, ...container }] });
}

const namespace = (level: string) =>
  subject('kubernetes:core/v1:Namespace', 'namespace', {
    metadata: { labels: { 'pod-security.kubernetes.io/enforce': level } },
  });

function scaler(kind: string, spec: object) {
  return subject(`kubernetes:${kind}`, 'scaler', {
    metadata: { namespace: 'logomorph' },
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'api-1' }, ...spec },
  });
}
const autoscaler = (minReplicas: number) => scaler('autoscaling/v2:HorizontalPodAutoscaler', { minReplicas });
const keda = scaler('keda.sh/v1alpha1:ScaledObject', { minReplicaCount: 2 });

const budget = (amounts: object) =>
  subject('kubernetes:policy/v1:PodDisruptionBudget', 'api', {
    metadata: { namespace: 'logomorph' },
    spec: { selector: { matchLabels: LABELS }, ...amounts },
  });

const one = (refused: ReturnType<typeof deployment>, says: RegExp): Example => ({
  taken: [deployment(), prepared({})],
  refused: [refused],
  says,
});

/** What the rules over Kubernetes' objects take and refuse, by rule. */
export const KUBERNETES_EXAMPLES: Record<string, Example[]> = {
  'images-by-digest': [
    one(deployment({ image: 'registry.test/api:v1' }), /container api runs "registry.test\/api:v1", without a digest/),
    one(prepared({ image: 'api' }), /runs "api"/),
    { ...one(prepared({ image: 'api' }), /runs "api"/), facts: { environment: 'staging' } },
  ],
  'containers-have-limits': [
    one(deployment({ resources: { requests: AMOUNTS, limits: { cpu: '1' } } }), /has no limits.memory/),
    one(prepared({ resources: { limits: AMOUNTS } }), /has no requests.cpu/),
  ],
  'containers-have-probes': [
    one(deployment({ readinessProbe: undefined }), /has no readinessProbe/),
    one(deployment({ startupProbe: undefined }), /has no startupProbe/),
  ],
  'containers-have-no-privilege': [
    one(deployment({ securityContext: { ...SAFE, privileged: true } }), /is privileged/),
    one(deployment({ securityContext: { ...SAFE, runAsUser: 0 } }), /may run as root/),
    one(deployment({ securityContext: { ...SAFE, runAsNonRoot: undefined } }), /may run as root/),
    one(deployment({ securityContext: { ...SAFE, allowPrivilegeEscalation: undefined } }), /may gain privileges/),
    one(deployment({ securityContext: { ...SAFE, capabilities: {} } }), /keeps capabilities/),
    one(deployment({ securityContext: { ...SAFE, capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } } }), /SYS_ADMIN/),
    one(deployment({ securityContext: { ...SAFE, seccompProfile: undefined } }), /has no seccomp profile/),
    one(prepared({ securityContext: undefined }), /may run as root/),
    one(deployment({}, { hostNetwork: true }), /has hostNetwork/),
    one(
      deployment({}, { volumes: [{ name: 'node', hostPath: { path: '/' } }] }),
      /volume node is a folder of the node/,
    ),
  ],
  'namespaces-are-restricted': [
    { taken: [namespace('restricted')], refused: [namespace('privileged')], says: /does not enforce/ },
  ],
  'no-replicas-beside-an-autoscaler': [
    {
      taken: [deployment(), autoscaler(3)],
      refused: [deployment({}, {}, { replicas: 3 }), autoscaler(3)],
      says: /api: has replicas/,
    },
    {
      taken: [deployment({}, {}, { replicas: 3 })],
      refused: [deployment({}, {}, { replicas: 0 }), keda],
      says: /has replicas/,
    },
    {
      taken: [{ ...deployment({}, {}, { replicas: 3 }), ignored: ['spec.replicas'] }, keda],
      refused: [deployment({}, {}, { replicas: 3 }), keda],
      says: /has replicas/,
    },
  ],
  'budgets-leave-room': [
    {
      taken: [deployment(), autoscaler(3), budget({ minAvailable: 2 })],
      refused: [deployment(), autoscaler(2), budget({ minAvailable: 2 })],
      says: /keeps 2 of the 2 pods of api/,
    },
    {
      taken: [deployment({}, {}, { replicas: 2 }), budget({ minAvailable: '50%' })],
      refused: [deployment(), budget({ minAvailable: '50%' })],
      says: /keeps 1 of the 1 pods/,
    },
    {
      taken: [deployment(), keda, budget({ maxUnavailable: 1 })],
      refused: [deployment(), keda, budget({ maxUnavailable: 0 })],
      says: /lets no pod go/,
    },
  ],
};
