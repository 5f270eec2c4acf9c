import { defineRule } from '../../rule';

/** What the world reaches has subnets that the world reaches. */
export const NET_002 = defineRule(
  {
    id: 'NET-002',
    title: 'an existing network has public subnets where the world comes in',
    severity: 'error',
    rationale:
      'The content delivery network finds a region by its load balancer, and that stands in subnets with a way to the internet. Of a network that exists only the declaration says which they are.',
    formula:
      "edge is 'cloudfront', an operation is open to the world and the network exists: publicSubnetIds are named",
    example:
      "existing('eu-west-1', { network }) with a journey that begins at web: network names publicSubnetIds",
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html#availability-zones',
  },
  function* ({ index, environments }) {
    if (index.entries.size === 0) return;
    for (const environment of environments) {
      if (environment.edge !== 'cloudfront') continue;
      for (const region of new Set(environment.regions)) {
        const { network } = environment.existingIn(region);
        if (network === undefined || network.publicSubnetIds !== undefined) continue;
        yield {
          path: environment.node.path,
          problem: `existing network ${network.vpcId} of ${region} names no publicSubnetIds, and the edge needs them for its load balancer`,
          numbers: { region },
          fix: `name publicSubnetIds of ${network.vpcId}, one a zone, or set edge of ${environment.name} to 'none'`,
        };
      }
    }
  },
);
