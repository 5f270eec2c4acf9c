import { UnscopedPlatformError } from './errors';
import type { Parsed } from './errors';

/** A block of IPv4 addresses: its first address as a number and the bits all its addresses share. */
export interface Cidr {
  /** First address, 0 to 2^32 - 1, a multiple of the block's size. */
  readonly network: number;
  /** Leading bits that name the block, 0 to 32. */
  readonly prefix: number;
}

/** The address ranges of one availability zone. */
export interface SubnetLayout {
  /** For load balancers and NAT gateways. */
  readonly public: string;
  /** For nodes and pods. */
  readonly private: string;
  /** For databases, caches and brokers. */
  readonly data: string;
}

const BITS = 32;
const REGION_PREFIX = 16;
const SHAPE = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/;
const EXAMPLE = "write it like '10.0.0.0/16'";

/** Reads a block such as `'10.0.0.0/16'`, written the one way there is to write it. */
export function parseCidr(text: string): Parsed<Cidr> {
  const refuse = (why: string, fix = EXAMPLE): Parsed<Cidr> => ({
    ok: false,
    problem: `'${text}' ${why}`,
    fix,
  });

  const parts = SHAPE.exec(text)?.slice(1);
  if (parts === undefined) return refuse('is not an IPv4 CIDR block');

  // Some readers take a leading zero for octal, so the same text would be two blocks.
  const padded = parts.find((part) => part.length > 1 && part.startsWith('0'));
  if (padded !== undefined) return refuse(`has ${padded}, a leading zero is not allowed`);

  const prefix = Number(parts.pop());
  const octets = parts.map(Number);
  const large = octets.find((octet) => octet > 255);
  if (large !== undefined) return refuse(`has octet ${large}, an octet is at most 255`);
  if (prefix > BITS) return refuse(`has prefix ${prefix}, a prefix is at most ${BITS}`);

  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const rest = address % size(prefix);
  const whole = { network: address - rest, prefix };
  if (rest !== 0)
    return refuse(`has host bits set beyond its prefix ${prefix}`, `write '${formatCidr(whole)}'`);
  return { ok: true, value: whole };
}

/** Writes a block as `'10.0.0.0/16'`. */
export function formatCidr({ network, prefix }: Cidr): string {
  const octets = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(network / unit) % 256);
  return `${octets.join('.')}/${prefix}`;
}

/** Whether every address of `inner` is one of `outer`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  const first = inner.network - outer.network;
  return first >= 0 && first + size(inner.prefix) <= size(outer.prefix);
}

/** Whether two blocks share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

/** The block numbered `index`, from 0, of those with the given prefix inside a block. */
export function subdivide(cidr: Cidr, prefix: number, index: number): Cidr {
  if (!Number.isInteger(prefix) || prefix < cidr.prefix || prefix > BITS) {
    throw new UnscopedPlatformError(
      `prefix is ${prefix}, blocks inside ${formatCidr(cidr)} have ${cidr.prefix} to ${BITS}`,
      'use a prefix in that range',
    );
  }
  const count = 2 ** (prefix - cidr.prefix);
  if (!Number.isInteger(index) || index < 0 || index >= count) {
    throw new UnscopedPlatformError(
      `index is ${index}, ${formatCidr(cidr)} holds /${prefix} blocks 0 to ${count - 1}`,
      'use an index in that range or a larger block',
    );
  }
  return { network: cidr.network + index * size(prefix), prefix };
}

/**
 * Lays out the subnets of a VPC for 1 to 6 zones; the VPC is a /16 to a /20.
 *
 * Three quarters of the VPC are private, because each pod takes an address there: a quarter for each of up to 3 zones,
 * so that a zone added later moves none of them, an eighth for each of 4 to 6. In the last quarter each zone has a 64th
 * of the VPC for its public and a 64th for its data subnet. In a /16 of 3 zones that is a /18 and two /22; in a /20 the
 * small ones are /26, roomier than the /27 a load balancer needs.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
 */
export function layoutSubnets(vpcCidr: string, zones: number): readonly SubnetLayout[] {
  const vpc = take(parseCidr(vpcCidr), 'vpcCidr');
  if (vpc.prefix < 16 || vpc.prefix > 20) {
    throw new UnscopedPlatformError(
      `vpcCidr '${vpcCidr}' is a /${vpc.prefix}, its layout needs a /16 to a /20`,
      'use a block in that range',
    );
  }
  if (!Number.isInteger(zones) || zones < 1 || zones > 6) {
    throw new UnscopedPlatformError(
      `zones is ${zones}, a VPC is laid out for 1 to 6`,
      'use a number in that range',
    );
  }
  const privateBits = zones <= 3 ? 2 : 3;
  const lastQuarter = subdivide(vpc, vpc.prefix + 2, 3);
  const small = (index: number): string =>
    formatCidr(subdivide(lastQuarter, vpc.prefix + 6, index));
  return Array.from({ length: zones }, (_, zone) => ({
    public: small(zone),
    private: formatCidr(subdivide(vpc, vpc.prefix + privateBits, zone)),
    data: small(8 + zone),
  }));
}

/** The /16 of an environment's block that belongs to its region numbered `index`, from 0, or why there is none. */
export function tryRegionBlock(environmentCidr: string, index: number): Parsed<string> {
  const environment = parseCidr(environmentCidr);
  if (!environment.ok) return environment;
  const bits = REGION_PREFIX - environment.value.prefix;
  const count = bits < 0 ? 0 : 2 ** bits;
  if (Number.isInteger(index) && index >= 0 && index < count) {
    return { ok: true, value: formatCidr(subdivide(environment.value, REGION_PREFIX, index)) };
  }
  const held =
    count === 0 ? `no /${REGION_PREFIX} block` : `/${REGION_PREFIX} blocks 0 to ${count - 1}`;
  return {
    ok: false,
    problem: `'${environmentCidr}' holds ${held}, one for each region, and index is ${index}`,
    fix: "use a larger block, such as '10.0.0.0/8', or fewer regions",
  };
}

/** The /16 of an environment's block that belongs to its region numbered `index`, from 0. */
export function regionBlock(environmentCidr: string, index: number): string {
  return take(tryRegionBlock(environmentCidr, index), 'environmentCidr');
}

function size(prefix: number): number {
  return 2 ** (BITS - prefix);
}

function take<T>(parsed: Parsed<T>, argument: string): T {
  if (!parsed.ok) throw new UnscopedPlatformError(`${argument} ${parsed.problem}`, parsed.fix);
  return parsed.value;
}
