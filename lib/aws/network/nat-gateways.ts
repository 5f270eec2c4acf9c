import { Eip } from '@cdktf/provider-aws/lib/eip';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** What `NatGateways` are made of. */
export interface NatGatewaysProps {
  /** What the Name tags begin with; the gateway's number follows. */
  readonly name: string;
  /** Public subnets, each gets a gateway. */
  readonly publicSubnetIds: readonly string[];
  /** The VPC's internet gateway: without it a NAT gateway cannot be created. */
  readonly internetGateway: ITerraformDependable;
}

/**
 * NAT gateways with public addresses of their own.
 *
 * @example
 * new NatGateways(this, 'Nat', { name: 'shop-staging', publicSubnetIds: ['subnet-1'], internetGateway });
 */
export class NatGateways extends Construct {
  /** Ids of the gateways, in the order of the subnets. */
  public readonly ids: readonly string[];

  public constructor(scope: Construct, id: string, props: NatGatewaysProps) {
    super(scope, id);
    this.ids = props.publicSubnetIds.map((subnetId, index) => {
      const tags = { Name: `${props.name}-nat-${index + 1}` };
      const address = new Eip(this, `Address${index + 1}`, { domain: 'vpc', tags });
      return new NatGateway(this, `Gateway${index + 1}`, {
        subnetId,
        allocationId: address.allocationId,
        tags,
        dependsOn: [props.internetGateway],
      }).id;
    });
  }
}
