import * as iam from '@pulumi/aws/iam/index.js';
import * as pulumi from '@pulumi/pulumi';
import { boundaryArn } from './boundary.ts';
import { DEPLOY_POLICIES, deployRights, PREVIEW_POLICIES, previewRights, type StatePlace } from './ci-rights.ts';
import type { Statement } from './policy.ts';
import { createRole, managedPolicies } from './role.ts';
import { ciPath } from './role-paths.ts';

interface CiRolesArgs extends StatePlace {
  /** Number of the account. */
  account: string;
  /** The environment of GitHub whose workflows deploy; its rules say which branches, and who has to agree. */
  environment: string;
  /** Owner and name of the repository at GitHub. */
  repository: string;
  /** Path of the stack's other roles. */
  rolePath: string;
}

/** Who signs the tokens of GitHub's workflows. */
const ISSUER = 'token.actions.githubusercontent.com';

/** What workflows of GitHub do here without any key: previews look, deploys change. */
export class CiRoles extends pulumi.ComponentResource {
  /** ARN of the role that pull requests look with. */
  readonly preview: pulumi.Output<string>;
  /** ARN of the role that deploys. */
  readonly deploy: pulumi.Output<string>;

  readonly #own = { parent: this };

  constructor(name: string, args: CiRolesArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:CiRoles', name, {}, opts);
    const issuer = this.#createIssuer();
    this.preview = this.#createPreviewRole(args, issuer);
    this.deploy = this.#createDeployRole(args, issuer);
    this.registerOutputs({ preview: this.preview, deploy: this.deploy });
  }

  #createIssuer() {
    const clientIdLists = ['sts.amazonaws.com'];
    return new iam.OpenIdConnectProvider('github', { url: `https://${ISSUER}`, clientIdLists }, this.#own);
  }

  #createPreviewRole(args: CiRolesArgs, issuer: iam.OpenIdConnectProvider) {
    const statements = previewRights(args);
    return createRole(
      'preview',
      {
        path: ciPath(args.environment),
        description: 'Pull requests: looks at what would change',
        trust: issuer.arn.apply((arn) => trustGitHub(arn, args.repository, 'pull_request')),
        managed: managedPolicies(PREVIEW_POLICIES),
        ...(statements.length > 0 && { statements }),
      },
      this.#own,
    ).arn;
  }

  #createDeployRole(args: CiRolesArgs, issuer: iam.OpenIdConnectProvider) {
    return createRole(
      'deploy',
      {
        path: ciPath(args.environment),
        description: 'Deploys',
        trust: issuer.arn.apply((arn) => trustGitHub(arn, args.repository, `environment:${args.environment}`)),
        managed: managedPolicies(DEPLOY_POLICIES),
        statements: issuer.arn.apply((issuerArn) =>
          deployRights({ ...args, ciPath: ciPath(args.environment), boundaryArn: boundaryArn(args), issuerArn }),
        ),
      },
      this.#own,
    ).arn;
  }
}

/** Trust in workflows of one repository that run for that reason; those of a fork have another subject. */
function trustGitHub(issuerArn: string, repository: string, reason: string): Statement[] {
  return [
    {
      Effect: 'Allow',
      Principal: { Federated: issuerArn },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: `repo:${repository}:${reason}` },
      },
    },
  ];
}
