import { DataAwsAvailabilityZones } from '@cdktf/provider-aws/lib/data-aws-availability-zones';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { Token, propertyAccess } from 'cdktf';
import { Construct } from 'constructs';
import { assertLogRetention } from '../log-retention';
import type { Protection } from '../protection';
import { renderEndpointPolicy, renderS3EndpointPolicy } from './endpoint-policy';
import { FlowLogs } from './flow-logs';
import type { InterfaceEndpointService } from './interface-endpoints';
import { INTERFACE_ENDPOINT_SERVICES, InterfaceEndpoints } from './interface-endpoints';
import { NatGateways } from './nat-gateways';
import type { ZoneCidrs } from './subnet-plan';
import { assertSubnets } from './subnet-plan';
import type { ZoneSubnet } from './subnet-tier';
import { SubnetTier } from './subnet-tier';

/** What a `Network` is made of. */
export interface NetworkProps {
  /** Name tag of the VPC, and what the names of its parts begin with; unique in the account and region. */
  readonly name: string;
  /** Address range of the VPC. */
  readonly cidr: string;
  /** Address ranges of the subnets, one entry a zone. A zone may be added at the end; the order is not to change. */
  readonly zones: readonly ZoneCidrs[];
  /** A NAT gateway in each zone, or a single one, which is cheaper and takes all zones' way out with it when its zone fails. */
  readonly natGateways: 'per-zone' | 'single';
  /**
   * Services reached without leaving the VPC, `[]` for none; paid by the hour for each service and zone. With a single
   * NAT gateway they are in its zone only.
   * @default - `INTERFACE_ENDPOINT_SERVICES`
   */
  readonly interfaceEndpoints?: readonly InterfaceEndpointService[];
  /**
   * Buckets of others, in the same region, that may be read without credentials of this account: those a container
   * registry keeps its layers in.
   * @default - those of ECR, Amazon Linux, registry.k8s.io, quay.io and Docker Hub, which are always among them
   */
  readonly publicBuckets?: readonly string[];
  /**
   * Days the flow logs are kept, one of those CloudWatch offers.
   * @default 30
   */
  readonly flowLogRetentionDays?: number;
  /**
   * Name of the role that writes the flow logs, unique in the account.
   * @default - begins with `vpc-flow-logs-`
   */
  readonly flowLogsRoleName?: string;
  /**
   * Name of the EKS cluster whose Karpenter finds the private subnets, by the tag `karpenter.sh/discovery`.
   * @default - no tag
   */
  readonly clusterName?: string;
  /**
   * Whether Terraform refuses to destroy the flow logs and their key.
   * @default 'disposable'
   */
  readonly protection?: Protection;
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
const ZONES_WITHOUT_EKS = ['use1-az3', 'usw1-az2', 'cac1-az3'];

/**
 * A VPC with a public, a private and a data subnet in each zone; the data subnets have no way to the internet. AWS
 * services are reached inside it, by principals of the account only, and its traffic is logged.
 *
 * @example
 * new Network(this, 'Network', {
 *   name: 'shop-staging',
 *   cidr: '10.0.0.0/16',
 *   zones: [
 *     { public: '10.0.192.0/22', private: '10.0.0.0/18', data: '10.0.224.0/22' },
 *     { public: '10.0.196.0/22', private: '10.0.64.0/18', data: '10.0.228.0/22' },
 *   ],
 *   natGateways: 'single',
 * });
 */
export class Network extends Construct {
  /** Id of the VPC. */
  public readonly vpcId: string;
  /** Address range of the VPC. */
  public readonly vpcCidr: string;
  /** Ids of the subnets of load balancers and NAT gateways, by zone. */
  public readonly publicSubnetIds: readonly string[];
  /** Ids of the subnets of nodes and pods, by zone. */
  public readonly privateSubnetIds: readonly string[];
  /** Ids of the subnets of databases, caches and brokers, by zone. */
  public readonly dataSubnetIds: readonly string[];

  public constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { name, cidr, zones, natGateways, clusterName } = props;
    const { flowLogRetentionDays = 30 } = props;
    assertSubnets(this, cidr, zones);
    assertLogRetention(this, 'flowLogRetentionDays', flowLogRetentionDays);

    const vpcId = this.addVpc(name, cidr);
    this.vpcId = vpcId;
    this.vpcCidr = cidr;
    const internet = new InternetGateway(this, 'Internet', { vpcId, tags: { Name: name } });

    const zoneNames = this.readZoneNames();
    const subnets = (
      tier: keyof ZoneCidrs,
      exit?: (zone: number) => ZoneSubnet['exit'],
    ): readonly ZoneSubnet[] =>
      zones.map((zone, index) => ({
        zoneName: zoneNames(index),
        cidr: zone[tier],
        exit: exit?.(index),
      }));
    const open = new SubnetTier(this, 'Public', {
      vpcId,
      name: `${name}-public`,
      subnets: subnets('public', () => ({ gatewayId: internet.id })),
      tags: { 'kubernetes.io/role/elb': '1' },
    });
    const { ids } = new NatGateways(this, 'Nat', {
      name,
      publicSubnetIds: natGateways === 'single' ? open.subnetIds.slice(0, 1) : open.subnetIds,
      internetGateway: internet,
    });
    const inner = new SubnetTier(this, 'Private', {
      vpcId,
      name: `${name}-private`,
      subnets: subnets('private', (zone) => ({ natGatewayId: ids[zone] ?? ids[0] })),
      tags: {
        'kubernetes.io/role/internal-elb': '1',
        ...(clusterName !== undefined && { 'karpenter.sh/discovery': clusterName }),
      },
    });
    const data = new SubnetTier(this, 'Data', {
      vpcId,
      name: `${name}-data`,
      subnets: subnets('data'),
    });
    this.publicSubnetIds = open.subnetIds;
    this.privateSubnetIds = inner.subnetIds;
    this.dataSubnetIds = data.subnetIds;
    const routeTableIds = [open, inner, data].flatMap((tier) => tier.routeTableIds);
    this.addGatewayEndpoints(name, routeTableIds, props.publicBuckets ?? []);
    this.addInterfaceEndpoints(props);
    new FlowLogs(this, 'FlowLogs', {
      name,
      vpcId,
      retentionDays: flowLogRetentionDays,
      roleName: props.flowLogsRoleName,
      protection: props.protection,
    });
  }

  private addVpc(name: string, cidrBlock: string): string {
    const vpcId = new Vpc(this, 'Resource', {
      cidrBlock,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { Name: name },
    }).id;
    // Adopts the group every VPC comes with and takes its rules away: whatever falls into it reaches nothing.
    new DefaultSecurityGroup(this, 'DefaultGuard', {
      vpcId,
      tags: { Name: `${name}-default-closed` },
    });
    return vpcId;
  }

  /** Names the zones by index: a zone the region does not have fails the plan instead of doubling up another. */
  private readZoneNames(): (index: number) => string {
    const { names } = new DataAwsAvailabilityZones(this, 'Zones', {
      state: 'available',
      excludeZoneIds: ZONES_WITHOUT_EKS,
      filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
    });
    return (index) => Token.asString(propertyAccess(names, [index]));
  }

  /** Traffic to S3 and DynamoDB stays inside AWS and costs nothing. */
  private addGatewayEndpoints(
    name: string,
    routeTableIds: string[],
    publicBuckets: readonly string[],
  ): void {
    const region = new DataAwsRegion(this, 'Region').id;
    const home = { region, account: new DataAwsCallerIdentity(this, 'Account').accountId };
    for (const [id, service, policy] of [
      ['S3', 's3', renderS3EndpointPolicy(home, publicBuckets)],
      ['DynamoDb', 'dynamodb', renderEndpointPolicy(home)],
    ] as const) {
      new VpcEndpoint(this, id, {
        vpcId: this.vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: 'Gateway',
        routeTableIds,
        policy,
        tags: { Name: `${name}-${service}` },
      });
    }
  }

  /** A network that puts all zones' way out into one zone saves the endpoints in the others too. */
  private addInterfaceEndpoints(props: NetworkProps): void {
    const services = props.interfaceEndpoints ?? INTERFACE_ENDPOINT_SERVICES;
    if (services.length === 0) return;
    new InterfaceEndpoints(this, 'InterfaceEndpoints', {
      name: props.name,
      vpcId: this.vpcId,
      subnetIds:
        props.natGateways === 'single' ? this.privateSubnetIds.slice(0, 1) : this.privateSubnetIds,
      services,
      clientCidrs: [this.vpcCidr],
    });
  }
}
