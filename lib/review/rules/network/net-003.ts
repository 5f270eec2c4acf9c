import { defineRule } from '../../rule';

/** An existing cluster is in an existing network. */
export const NET_003 = defineRule(
  {
    id: 'NET-003',
    title: 'an existing cluster is in an existing network',
    severity: 'error',
    rationale:
      'A cluster stands in the network it was made in. Stores and brokers in a network that is built beside it would be reached by none of its pods.',
    formula: 'where existing parts of a region name a cluster, they name its network',
    example: "existing('eu-west-1', { cluster }) lacks the network in which the cluster stands",
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html',
  },
  function* ({ environments }) {
    for (const environment of environments) {
      for (const region of new Set(environment.regions)) {
        const { cluster, network } = environment.existingIn(region);
        if (cluster === undefined || network !== undefined) continue;
        yield {
          path: environment.node.path,
          problem: `existing cluster ${cluster.name} of ${region} has no existing network, and the one that is built is not connected to it`,
          numbers: { region },
          fix: `add the network of ${cluster.name} to the existing parts of ${region}, or leave the cluster out`,
        };
      }
    }
  },
);
