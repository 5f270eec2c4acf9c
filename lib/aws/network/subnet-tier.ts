import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Construct } from 'constructs';

/** The subnet of one zone. */
export interface ZoneSubnet {
  /** Name of the availability zone. */
  readonly zoneName: string;
  /** Address range. */
  readonly cidr: string;
  /**
   * Id of the internet gateway or the NAT gateway traffic to the internet goes to.
   * @default - there is no way to the internet
   */
  readonly exit?: { readonly gatewayId: string } | { readonly natGatewayId: string | undefined };
}

/** What a `SubnetTier` is made of. */
export interface SubnetTierProps {
  /** What the Name tags begin with; the zone's number follows. */
  readonly name: string;
  /** VPC of the subnets. */
  readonly vpcId: string;
  /** The subnets, one a zone. */
  readonly subnets: readonly ZoneSubnet[];
  /**
   * Further tags of the subnets.
   * @default - only the Name tag
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A subnet and a route table of the same kind in each zone.
 *
 * @example
 * new SubnetTier(this, 'Data', {
 *   name: 'data',
 *   vpcId: 'vpc-1',
 *   subnets: [{ zoneName: 'eu-west-1a', cidr: '10.0.224.0/22' }],
 * });
 */
export class SubnetTier extends Construct {
  /** Ids of the subnets, by zone. */
  public readonly subnetIds: readonly string[];
  /** Ids of the route tables, by zone. */
  public readonly routeTableIds: readonly string[];

  public constructor(scope: Construct, id: string, props: SubnetTierProps) {
    super(scope, id);
    const { name, vpcId, subnets, tags = {} } = props;

    const zones = subnets.map(({ zoneName, cidr, exit }, index) => {
      const zone = index + 1;
      const Name = `${name}-${zone}`;
      const subnet = new Subnet(this, `Zone${zone}`, {
        vpcId,
        cidrBlock: cidr,
        availabilityZone: zoneName,
        tags: { Name, ...tags },
      });
      const table = new RouteTable(this, `Routes${zone}`, { vpcId, tags: { Name } });
      new RouteTableAssociation(this, `Association${zone}`, {
        subnetId: subnet.id,
        routeTableId: table.id,
      });
      if (exit !== undefined) {
        new Route(this, `Exit${zone}`, {
          routeTableId: table.id,
          destinationCidrBlock: '0.0.0.0/0',
          ...exit,
        });
      }
      return { subnetId: subnet.id, routeTableId: table.id };
    });
    this.subnetIds = zones.map(({ subnetId }) => subnetId);
    this.routeTableIds = zones.map(({ routeTableId }) => routeTableId);
  }
}
