import type { Cidr } from '../../core/cidr';
import { contains, overlaps, parseCidr } from '../../core/cidr';
import { PlatformError } from '../../core/errors';
import type { Scoped } from '../../core/errors';

/** The address ranges of one availability zone. */
export interface ZoneCidrs {
  /** For load balancers and NAT gateways. */
  readonly public: string;
  /** For nodes and pods. */
  readonly private: string;
  /** For databases, caches and brokers. */
  readonly data: string;
}

/** Throws when the zones' subnets do not lie in the network, or share addresses. */
export function assertSubnets(scope: Scoped, cidr: string, zones: readonly ZoneCidrs[]): void {
  if (zones.length === 0)
    throw new PlatformError(
      scope,
      'zones has 0 entries, 1 or more are needed',
      'pass 2 or 3 zones',
    );
  const network = read(scope, 'cidr', cidr);
  const subnets = zones.flatMap((zone, index) =>
    (['public', 'private', 'data'] as const).map((tier) => {
      const prop = `zones[${index}].${tier}`;
      return { prop, text: zone[tier], block: read(scope, prop, zone[tier]) };
    }),
  );
  subnets.forEach(({ prop, text, block }, index) => {
    if (!contains(network, block)) {
      throw new PlatformError(
        scope,
        `${prop} '${text}' lies outside cidr '${cidr}'`,
        'pass a block inside it',
      );
    }
    const other = subnets.slice(0, index).find((earlier) => overlaps(earlier.block, block));
    if (other !== undefined) {
      throw new PlatformError(
        scope,
        `${prop} '${text}' overlaps ${other.prop} '${other.text}'`,
        'pass blocks that share no address',
      );
    }
  });
}

function read(scope: Scoped, prop: string, text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new PlatformError(scope, `${prop} ${parsed.problem}`, parsed.fix);
  return parsed.value;
}
