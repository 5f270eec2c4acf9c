import {
  formatCidr,
  overlaps,
  parseCidr,
  subdivide,
  tryRegionBlock,
  type Cidr,
} from '../core/cidr';
import type { Environment } from '../model/environment';
import type { Region } from '../model/regions';

/** The address block of one region's network. */
export interface NetworkBlock {
  /** The environment. */
  readonly environment: Environment;
  /** The region. */
  readonly region: Region;
  /** The block. */
  readonly cidr: Cidr;
  /** Id of the VPC, when it exists already. */
  readonly vpcId?: string;
}

/** The blocks of an environment's networks, by region; a malformed one was reported when it was declared. */
export function networkBlocks(environment: Environment): readonly NetworkBlock[] {
  return [...new Set(environment.regions)].flatMap((region) => {
    const existing = environment.existingIn(region).network;
    const text = existing ?? builtBlock(environment, region);
    const cidr = text === undefined ? undefined : parseCidr(text.cidr);
    if (cidr?.ok !== true) return [];
    return [{ environment, region, cidr: cidr.value, ...(existing && { vpcId: existing.vpcId }) }];
  });
}

function builtBlock(environment: Environment, region: Region): { cidr: string } | undefined {
  const block = tryRegionBlock(environment.cidr, environment.regions.indexOf(region));
  return block.ok ? { cidr: block.value } : undefined;
}

/** The private addresses that are handed out. @see https://www.rfc-editor.org/rfc/rfc1918 */
const PRIVATE: Cidr = { network: 10 * 2 ** 24, prefix: 8 };

/** The first private block of a size that overlaps none of those taken; nothing when all do. */
export function freeBlock(prefix: number, taken: readonly Cidr[]): string | undefined {
  if (prefix < PRIVATE.prefix) return undefined;
  const count = 2 ** (prefix - PRIVATE.prefix);
  for (let index = 0; index < count; index += 1) {
    const block = subdivide(PRIVATE, prefix, index);
    if (!taken.some((other) => overlaps(block, other))) return formatCidr(block);
  }
  return undefined;
}
