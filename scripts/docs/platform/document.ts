import { GENERATED } from '../markdown.ts';
import { resourceDifferences, settingDifferences } from './differences.ts';
import { graph } from './graph.ts';
import { resourcesOf } from './programs.ts';

/** `docs/platform.md`: what a platform is made of, and in what staging and prod differ. */
export async function platformDocument(): Promise<string> {
  const [staging, prod] = [await resourcesOf('staging'), await resourcesOf('prod')];
  return `${GENERATED}

# The platform

The parts of the stack \`prod\`, with the kinds of resources that each makes above all. An arrow leads to what is made after it
and could not be made before. [All resources of prod](resources/prod.txt), a line each, say the rest.

${graph(prod)}

## Staging and prod

They are made by one program and have the same settings. These differ:

${settingDifferences()}

What becomes of that, but for names, subnets and their ranges. \`#12345678\` is a hash of what is too long here:

${resourceDifferences(staging, prod)}
`;
}
