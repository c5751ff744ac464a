import { amount } from './kubernetes/quantities.ts';
import type { SettingReader } from './setting-reader.ts';

/** What a pod of ours may use, as Kubernetes takes it. */
export interface Resources {
  requests: { cpu: string; memory: string };
  limits: { cpu: string; memory: string };
}

/** Reads what the pods of a program may use. */
export function readResources(read: SettingReader, program: 'service' | 'worker'): Resources {
  const resources = {
    requests: { cpu: read.text(`${program}CpuRequest`), memory: read.text(`${program}MemoryRequest`) },
    limits: { cpu: read.text(`${program}CpuLimit`), memory: read.text(`${program}MemoryLimit`) },
  };
  if (amount(resources.requests.cpu) > amount(resources.limits.cpu))
    read.refuse(`${program}CpuRequest`, `must not be above ${program}CpuLimit, ${resources.limits.cpu}`);
  if (amount(resources.requests.memory) > amount(resources.limits.memory))
    read.refuse(`${program}MemoryRequest`, `must not be above ${program}MemoryLimit, ${resources.limits.memory}`);
  return resources;
}
