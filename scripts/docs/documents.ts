import { adminOpenApiDocument } from './admin-openapi.ts';
import { awsRightsDocument } from './aws-rights.ts';
import { clientTypes } from './client-types.ts';
import { configurationDocument } from './configuration.ts';
import { metricsDocument } from './metrics.ts';
import { networkPoliciesDocument } from './network-policies.ts';
import { openApiDocument } from './openapi.ts';
import { platformDocument } from './platform/document.ts';
import { resourcesDocument } from './platform/tree.ts';
import { problemsDocument } from './problems.ts';
import { recipesDocument } from './recipes.ts';
import { scaleDocument } from './scale/document.ts';

/** Every generated file, by its path in the project, and what makes its text. */
export const DOCUMENTS: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/admin-openapi.json': adminOpenApiDocument,
  'docs/aws-rights.md': awsRightsDocument,
  'client/api-types.ts': clientTypes,
  'docs/configuration.md': configurationDocument,
  'docs/metrics.md': metricsDocument,
  'docs/network-policies.md': networkPoliciesDocument,
  'docs/openapi.json': openApiDocument,
  'docs/platform.md': platformDocument,
  'docs/problems.md': problemsDocument,
  'docs/recipes.md': recipesDocument,
  'docs/resources/local.txt': () => resourcesDocument('local'),
  'docs/resources/prod.txt': () => resourcesDocument('prod'),
  'docs/resources/staging.txt': () => resourcesDocument('staging'),
  'docs/scale.md': scaleDocument,
};
