import { TerraformOutput, TerraformStack, type TerraformElement } from 'cdktf';
import type { Construct, Node } from 'constructs';
import { HostedZone } from '../lib/aws';
import type { EdgePlan, EnvironmentPlan } from '../lib/plan';
import { setUpStack, type StackSettings } from './stack-setup';
import { statefulAddress } from './stateful-address';

/** What the stack is made of. */
export interface DnsStackProps {
  /** The environment. */
  readonly plan: EnvironmentPlan;
  /** The way from the world to the services. */
  readonly edge: EdgePlan;
  /** What every stack says about itself. */
  readonly settings: StackSettings;
}

/**
 * The zone of an environment's domain. It comes first: until the parent domain points to the name servers that it prints,
 * no certificate is issued.
 */
export class DnsStack extends TerraformStack {
  public constructor(scope: Construct, id: string, props: DnsStackProps) {
    super(scope, id);
    const { plan, edge, settings } = props;
    setUpStack(this, settings);
    const { nameServers } = new HostedZone(this, 'Zone', {
      domainName: edge.domain,
      protection: plan.protection,
    });
    new TerraformOutput(this, 'name-servers', {
      value: nameServers,
      description: `Enter them as NS records of ${edge.domain} in the zone of its parent domain`,
    });
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return statefulAddress(element) ?? super.allocateLogicalId(element);
  }
}
