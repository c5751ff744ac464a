import { COST_RULES } from './cost.ts';
import { DATA_RULES } from './data-safety.ts';
import { EDGE_RULES } from './edge.ts';
import { ENCRYPTION_RULES } from './encryption.ts';
import { EXPOSURE_RULES } from './exposure.ts';
import { IAM_RULES } from './iam.ts';
import { IMAGE_RULES } from './images.ts';
import type { Rule } from './rule.ts';
import { SCALING_RULES } from './scaling.ts';
import { WORKLOAD_RULES } from './workload-safety.ts';

/** All that every stack keeps to. */
export const RULES: readonly Rule[] = [
  ...DATA_RULES,
  ...COST_RULES,
  ...WORKLOAD_RULES,
  ...SCALING_RULES,
  ...IMAGE_RULES,
  ...EXPOSURE_RULES,
  ...EDGE_RULES,
  ...ENCRYPTION_RULES,
  ...IAM_RULES,
];
