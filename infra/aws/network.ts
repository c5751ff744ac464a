import * as ec2 from '@pulumi/aws/ec2/index.js';
import * as pulumi from '@pulumi/pulumi';
import { FlowLogs } from './flow-logs.ts';
import { subnetCidrs } from './subnets.ts';

interface NetworkArgs {
  region: string;
  /** Number of the account. */
  account: string;
  /** Names of the zones, three at most. */
  zones: readonly string[];
  /** Addresses of the VPC, from /16 to /20. */
  cidr: string;
  /** Whether each zone has a way out of its own. Otherwise all take that of the first zone, and fall with it. */
  natPerZone: boolean;
  /** Path of the stack's roles. */
  rolePath: string;
  /** Key that flow logs are encrypted with. */
  logKeyArn: pulumi.Input<string>;
  logRetentionDays: number;
}

/** What a subnet is for. */
type Tier = 'public' | 'private' | 'data';

/** By these tags load balancers find their subnets. */
const TAGS: Record<Tier, Record<string, string>> = {
  public: { 'kubernetes.io/role/elb': '1' },
  private: { 'kubernetes.io/role/internal-elb': '1' },
  data: {},
};

/** The VPC: public subnets for load balancers, private ones for pods, and ones for data stores with no way out. */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly publicSubnetIds: pulumi.Output<string>[];
  readonly privateSubnetIds: pulumi.Output<string>[];
  readonly dataSubnetIds: pulumi.Output<string>[];
  /** The NAT gateways. */
  readonly natIds: pulumi.Output<string>[];

  readonly #name: string;
  readonly #own = { parent: this };

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Network', name, {}, opts);
    this.#name = name;
    const vpc = this.#createVpc(args);
    this.#closeDefaultSecurityGroup(vpc);
    const publicSubnets = this.#createSubnets('public', args, vpc);
    const privateSubnets = this.#createSubnets('private', args, vpc);
    const dataSubnets = this.#createSubnets('data', args, vpc);

    const wayIn = this.#createInternetGateway(vpc);
    const publicRoutes = this.#createRoutes('public', vpc, publicSubnets);
    for (const [i, table] of publicRoutes.entries()) this.#createWayOut(`public-${i}`, table, { gatewayId: wayIn.id });
    const nats = this.#createNats(args, publicSubnets, wayIn);
    const privateRoutes = this.#createRoutes('private', vpc, privateSubnets);
    for (const [i, table] of privateRoutes.entries()) {
      const nat = nats[i] ?? nats[0];
      if (nat) this.#createWayOut(`private-${i}`, table, { natGatewayId: nat.id });
    }
    this.#createRoutes('data', vpc, dataSubnets);
    this.#createS3Endpoint(args, vpc, privateRoutes);
    this.#createFlowLogs(args, vpc);

    this.vpcId = vpc.id;
    this.publicSubnetIds = publicSubnets.map(({ id }) => id);
    this.privateSubnetIds = privateSubnets.map(({ id }) => id);
    this.dataSubnetIds = dataSubnets.map(({ id }) => id);
    this.natIds = nats.map(({ id }) => id);
    this.registerOutputs({ vpcId: this.vpcId });
  }

  #createVpc({ cidr }: NetworkArgs) {
    const tags = { Name: `logomorph-${this.#name}` };
    return new ec2.Vpc(
      this.#name,
      { cidrBlock: cidr, enableDnsSupport: true, enableDnsHostnames: true, tags },
      this.#own,
    );
  }

  /** What names no security group gets the default one: it lets nothing in or out. */
  #closeDefaultSecurityGroup(vpc: ec2.Vpc) {
    return new ec2.DefaultSecurityGroup(this.#name, { vpcId: vpc.id, ingress: [], egress: [] }, this.#own);
  }

  #createSubnets(tier: Tier, { cidr, zones }: NetworkArgs, vpc: ec2.Vpc) {
    const cidrs = subnetCidrs(cidr, zones.length)[tier];
    return zones.map((availabilityZone, i) => {
      const tags = { Name: `logomorph-${tier}-${availabilityZone}`, ...TAGS[tier] };
      const cidrBlock = cidrs[i] ?? '';
      return new ec2.Subnet(`${tier}-${i}`, { vpcId: vpc.id, availabilityZone, cidrBlock, tags }, this.#own);
    });
  }

  #createInternetGateway(vpc: ec2.Vpc) {
    return new ec2.InternetGateway(this.#name, { vpcId: vpc.id }, this.#own);
  }

  #createRoutes(tier: Tier, vpc: ec2.Vpc, subnets: ec2.Subnet[]) {
    return subnets.map((subnet, i) => {
      const name = `${tier}-${i}`;
      const table = new ec2.RouteTable(name, { vpcId: vpc.id, tags: { Name: `logomorph-${name}` } }, this.#own);
      new ec2.RouteTableAssociation(name, { routeTableId: table.id, subnetId: subnet.id }, this.#own);
      return table;
    });
  }

  #createWayOut(name: string, table: ec2.RouteTable, way: Pick<ec2.RouteArgs, 'gatewayId' | 'natGatewayId'>) {
    return new ec2.Route(name, { routeTableId: table.id, destinationCidrBlock: '0.0.0.0/0', ...way }, this.#own);
  }

  #createNats({ natPerZone }: NetworkArgs, subnets: ec2.Subnet[], wayIn: ec2.InternetGateway) {
    return subnets.slice(0, natPerZone ? subnets.length : 1).map((subnet, i) => {
      const address = new ec2.Eip(`nat-${i}`, { domain: 'vpc' }, this.#own);
      const own = { ...this.#own, dependsOn: wayIn };
      return new ec2.NatGateway(`nat-${i}`, { subnetId: subnet.id, allocationId: address.id }, own);
    });
  }

  /** Pictures go between pods and S3 without passing, and paying, a NAT gateway. */
  #createS3Endpoint({ region }: NetworkArgs, vpc: ec2.Vpc, tables: ec2.RouteTable[]) {
    const serviceName = `com.amazonaws.${region}.s3`;
    const routeTableIds = tables.map(({ id }) => id);
    return new ec2.VpcEndpoint(
      's3',
      { vpcId: vpc.id, serviceName, vpcEndpointType: 'Gateway', routeTableIds },
      this.#own,
    );
  }

  #createFlowLogs(
    { account, rolePath, logKeyArn: keyArn, logRetentionDays: retentionDays }: NetworkArgs,
    vpc: ec2.Vpc,
  ) {
    return new FlowLogs('flow-logs', { vpcId: vpc.id, account, rolePath, keyArn, retentionDays }, this.#own);
  }
}
