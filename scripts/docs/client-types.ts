import openapiTS, { astToString } from 'openapi-typescript';
import { format } from './format.ts';
import { openApiDocument } from './openapi.ts';

/** `client/api-types.ts`: what the API says of itself, as types. */
export async function clientTypes(): Promise<string> {
  const nodes = await openapiTS(await openApiDocument(), {
    // What has a default may be left out of a request.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  });
  // A method that an address does not have is not worth a line.
  const text = astToString(nodes).replaceAll(/^ *(get|put|post|delete|options|head|patch|trace)\?: never;\n/gm, '');
  return format(`// Generated from docs/openapi.json by npm run docs.\n${text}`, 'client/api-types.ts');
}
