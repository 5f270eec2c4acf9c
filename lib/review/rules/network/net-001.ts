import { formatCidr, overlaps, parseCidr, type Cidr } from '../../../core/cidr';
import type { Environment } from '../../../model/environment';
import { freeBlock, networkBlocks, type NetworkBlock } from '../../../plan/address-blocks';
import { defineRule, type Breach } from '../../rule';

/** Networks share no address. */
export const NET_001 = defineRule(
  {
    id: 'NET-001',
    title: 'networks share no address',
    severity: 'error',
    rationale:
      'Networks that overlap can never be connected, and a network cannot be renumbered in place. An environment keeps its whole block, so that a region added later finds its own free.',
    formula:
      'blocks of environments that build a network do not overlap, nor does an existing network overlap any other network',
    example:
      "production and staging both have '10.0.0.0/12': staging takes '10.16.0.0/12', the next one free",
    source: 'https://docs.aws.amazon.com/vpc/latest/peering/invalid-peering-configurations.html',
  },
  function* ({ environments }) {
    const networks = environments.flatMap(networkBlocks);
    const building = environments.filter((environment) =>
      networks.some((network) => network.environment === environment && !network.vpcId),
    );
    const taken = [
      ...building.flatMap((environment) => blockOf(environment) ?? []),
      ...networks.map(({ cidr }) => cidr),
    ];
    for (const [position, environment] of building.entries()) {
      yield* sharedBlocks(environment, building.slice(0, position), taken);
    }
    for (const [position, network] of networks.entries()) {
      yield* sharedNetworks(network, networks.slice(0, position), taken);
    }
  },
);

function blockOf({ cidr }: Environment): Cidr | undefined {
  const block = parseCidr(cidr);
  return block.ok ? block.value : undefined;
}

function* sharedBlocks(
  environment: Environment,
  earlier: readonly Environment[],
  taken: readonly Cidr[],
): Generator<Breach, void, undefined> {
  const block = blockOf(environment);
  if (block === undefined) return;
  for (const other of earlier) {
    const otherBlock = blockOf(other);
    if (otherBlock === undefined || !overlaps(block, otherBlock)) continue;
    yield {
      path: environment.node.path,
      problem: `cidr ${environment.cidr} overlaps ${other.cidr} of ${other.name}`,
      numbers: { cidr: environment.cidr, otherCidr: other.cidr },
      fix: moveTo(environment, block.prefix, taken),
    };
  }
}

/** Built networks lie inside the blocks of their environments, which are compared as wholes. */
function* sharedNetworks(
  network: NetworkBlock,
  earlier: readonly NetworkBlock[],
  taken: readonly Cidr[],
): Generator<Breach, void, undefined> {
  for (const other of earlier) {
    const bothBuilt = network.vpcId === undefined && other.vpcId === undefined;
    const same = network.vpcId !== undefined && network.vpcId === other.vpcId;
    if (bothBuilt || same || !overlaps(network.cidr, other.cidr)) continue;
    const built = [network, other].find(({ vpcId }) => vpcId === undefined);
    yield {
      path: network.environment.node.path,
      problem: `${describe(network)} overlaps ${describe(other)}`,
      numbers: { cidr: formatCidr(network.cidr), otherCidr: formatCidr(other.cidr) },
      fix:
        built === undefined
          ? 'use existing networks whose blocks differ'
          : moveTo(built.environment, blockOf(built.environment)?.prefix ?? 16, taken),
    };
  }
}

function describe({ environment, region, cidr, vpcId }: NetworkBlock): string {
  const kind = vpcId === undefined ? 'network' : `existing network ${vpcId}`;
  return `${kind} ${formatCidr(cidr)} of ${environment.name} in ${region}`;
}

function moveTo({ name }: Environment, prefix: number, taken: readonly Cidr[]): string {
  const free = freeBlock(prefix, taken);
  return free === undefined
    ? `set cidr of ${name} to a block outside of those taken`
    : `set cidr of ${name} to '${free}'`;
}
