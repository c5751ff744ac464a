import type { Accepted } from './finding.ts';

const LOCAL = ['local', 'local-with-all-parts'];
const STORES = ['StatefulSet postgres', 'StatefulSet redis', 'StatefulSet object-store'];
const PROGRAMS = ['Deployment api', 'Deployment worker', 'Job migrations'];
const WATCHING = ['Deployment prometheus', 'Deployment grafana'];

/** What checkov says against objects of ours, and why they are as they are. What is not found any more fails. */
export const ACCEPTED: readonly Accepted[] = [
  {
    check: 'CKV_K8S_15',
    stacks: LOCAL,
    objects: [...STORES, ...PROGRAMS, ...WATCHING],
    why: 'Images of a local stack are built on the machine and loaded into the cluster: there is no registry to ask.',
  },
  {
    check: 'CKV_K8S_43',
    stacks: LOCAL,
    objects: [...STORES, ...PROGRAMS, ...WATCHING],
    why: 'An image that was never pushed has no digest. Settings of staging and prod refuse one without.',
  },
  {
    check: 'CKV_K8S_35',
    objects: [...PROGRAMS, ...STORES],
    why: 'The programs are set up by their environment on every platform, and the images of others are too.',
  },
  {
    check: 'CKV_K8S_40',
    objects: [...PROGRAMS, ...STORES, 'Deployment grafana'],
    why: 'The user is the one that the image is made for, and owns its files; namespaces run nothing as root.',
  },
];
