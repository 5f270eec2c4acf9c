import { DataAwsRouteTable } from '@cdktf/provider-aws/lib/data-aws-route-table';
import { Route } from '@cdktf/provider-aws/lib/route';
import { VpcPeeringConnection } from '@cdktf/provider-aws/lib/vpc-peering-connection';
import { VpcPeeringConnectionAccepterA } from '@cdktf/provider-aws/lib/vpc-peering-connection-accepter';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { overlaps, parseCidr, type Cidr } from '../../core/cidr';
import { PlatformError, type Scoped } from '../../core/errors';

/** One of two networks that reach each other. */
export interface PeeredNetwork {
  /** Id of the VPC. */
  readonly vpcId: string;
  /** Address range of the VPC, written out. */
  readonly cidr: string;
  /** Subnets that reach the other network, each with a route table of its own. */
  readonly subnetIds: readonly string[];
}

/** A network in another region. */
export interface RemoteNetwork extends PeeredNetwork {
  /** Its region. */
  readonly region: string;
  /** A provider of that region, of the same account. */
  readonly provider: TerraformProvider;
}

/** What a `NetworkPeering` is made of. */
export interface NetworkPeeringProps {
  /** Name tag of the connection. */
  readonly name: string;
  /** The network in the stack's own region. */
  readonly local: PeeredNetwork;
  /** The network in the other region. */
  readonly remote: RemoteNetwork;
}

/**
 * A way between networks of two regions, inside AWS and encrypted by it; security groups decide who takes it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html
 * @example
 * new NetworkPeering(this, 'Ireland', {
 *   name: 'shop-ireland',
 *   local: { vpcId: 'vpc-1', cidr: '10.0.0.0/16', subnetIds: ['subnet-1'] },
 *   remote: { vpcId: 'vpc-2', cidr: '10.1.0.0/16', subnetIds: ['subnet-2'], region: 'eu-west-1', provider: ireland },
 * });
 */
export class NetworkPeering extends Construct {
  /** Id of the connection, once both sides have agreed. */
  public readonly connectionId: string;

  public constructor(scope: Construct, id: string, props: NetworkPeeringProps) {
    super(scope, id);
    const { name, local, remote } = props;
    assertApart(this, local.cidr, remote.cidr);

    const connection = new VpcPeeringConnection(this, 'Resource', {
      vpcId: local.vpcId,
      peerVpcId: remote.vpcId,
      peerRegion: remote.region,
      autoAccept: false,
      tags: { Name: name },
    });
    this.connectionId = new VpcPeeringConnectionAccepterA(this, 'Accepter', {
      vpcPeeringConnectionId: connection.id,
      autoAccept: true,
      tags: { Name: name },
      provider: remote.provider,
    }).id;
    this.addRoutes('Local', local.subnetIds, remote.cidr);
    this.addRoutes('Remote', remote.subnetIds, local.cidr, remote.provider);
  }

  private addRoutes(
    side: 'Local' | 'Remote',
    subnetIds: readonly string[],
    destinationCidrBlock: string,
    provider?: TerraformProvider,
  ): void {
    for (const [index, subnetId] of subnetIds.entries()) {
      const number = index + 1;
      const table = new DataAwsRouteTable(this, `${side}Table${number}`, { subnetId, provider });
      new Route(this, `${side}Route${number}`, {
        routeTableId: table.routeTableId,
        destinationCidrBlock,
        vpcPeeringConnectionId: this.connectionId,
        provider,
      });
    }
  }
}

function assertApart(scope: Scoped, local: string, remote: string): void {
  if (!overlaps(read(scope, 'local.cidr', local), read(scope, 'remote.cidr', remote))) return;
  throw new PlatformError(
    scope,
    `local.cidr '${local}' overlaps remote.cidr '${remote}'`,
    'give one of the networks another address range',
  );
}

function read(scope: Scoped, prop: string, text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new PlatformError(scope, `${prop} ${parsed.problem}`, parsed.fix);
  return parsed.value;
}
