import fc from 'fast-check';
import {
  contains,
  formatCidr,
  layoutSubnets,
  overlaps,
  parseCidr,
  regionBlock,
  subdivide,
  tryRegionBlock,
} from '../../lib/core/cidr';
import type { Cidr } from '../../lib/core/cidr';

const EXAMPLE = "write it like '10.0.0.0/16'";

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new RangeError(parsed.problem);
  return parsed.value;
}

const block = fc.integer({ min: 0, max: 32 }).chain((prefix) =>
  fc.integer({ min: 0, max: 2 ** prefix - 1 }).map((index) => ({
    network: index * 2 ** (32 - prefix),
    prefix,
  })),
);
const last = ({ network, prefix }: Cidr): number => network + 2 ** (32 - prefix) - 1;

describe('parseCidr', () => {
  test.each([
    ['0.0.0.0/0', 0, 0],
    ['10.0.0.0/8', 167_772_160, 8],
    ['10.1.0.0/16', 167_837_696, 16],
    ['192.168.1.0/24', 3_232_235_776, 24],
    ['128.0.0.0/1', 2_147_483_648, 1],
    ['255.255.255.255/32', 4_294_967_295, 32],
  ])('reads %s', (text, network, prefix) => {
    expect(parseCidr(text)).toStrictEqual({ ok: true, value: { network, prefix } });
  });

  test.each([
    ...['', '10.0.0.0', '10.0.0/16', '10.0.0.0.0/16', '10.0.0.0/', '10.0.0.0/16/16', '/16'],
    ...[
      ' 10.0.0.0/16',
      '10.0.0.0/16 ',
      '10.0.0.0/16\n',
      '10.0.0.0 /16',
      '-1.0.0.0/16',
      '10.0.0.0/-1',
    ],
    ...['0xa.0.0.0/16', '1e1.0.0.0/16', '10.0.0.0/16.0', '::/0', 'a.b.c.d/e', '10..0.0/16'],
  ])('refuses %j, which is none', (text) => {
    expect(parseCidr(text)).toStrictEqual({
      ok: false,
      problem: `'${text}' is not an IPv4 CIDR block`,
      fix: EXAMPLE,
    });
  });

  test.each([
    ['256.0.0.0/16', 'has octet 256, an octet is at most 255', EXAMPLE],
    ['10.0.0.999/16', 'has octet 999, an octet is at most 255', EXAMPLE],
    ['010.0.0.0/16', 'has 010, a leading zero is not allowed', EXAMPLE],
    ['10.0.00.0/16', 'has 00, a leading zero is not allowed', EXAMPLE],
    ['10.0.0.0/08', 'has 08, a leading zero is not allowed', EXAMPLE],
    ['10.0.0.0/33', 'has prefix 33, a prefix is at most 32', EXAMPLE],
    ['10.0.1.0/16', 'has host bits set beyond its prefix 16', "write '10.0.0.0/16'"],
    ['10.0.0.1/31', 'has host bits set beyond its prefix 31', "write '10.0.0.0/31'"],
    ['128.0.0.0/0', 'has host bits set beyond its prefix 0', "write '0.0.0.0/0'"],
    ['255.255.255.255/1', 'has host bits set beyond its prefix 1', "write '128.0.0.0/1'"],
  ])('refuses %s, which %s', (text, why, fix) => {
    expect(parseCidr(text)).toStrictEqual({ ok: false, problem: `'${text}' ${why}`, fix });
  });

  test('reads what formatCidr writes', () => {
    fc.assert(
      fc.property(block, (value) => {
        expect(parseCidr(formatCidr(value))).toStrictEqual({ ok: true, value });
      }),
    );
  });
});

describe('contains', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.255.255.255/32', true],
    ['10.0.0.0/8', '11.0.0.0/8', false],
    ['10.0.0.0/8', '9.255.255.255/32', false],
    ['10.0.0.0/16', '10.0.0.0/8', false],
    ['0.0.0.0/0', '255.255.255.255/32', true],
  ])('says whether %s holds all of %s', (outer, inner, expected) => {
    expect(contains(cidr(outer), cidr(inner))).toBe(expected);
  });

  test('agrees with first and last address', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        expect(contains(a, b)).toBe(a.network <= b.network && last(b) <= last(a));
      }),
    );
  });
});

describe('overlaps', () => {
  test.each([
    ['10.0.0.0/16', '10.0.0.0/16', true],
    ['10.0.0.0/8', '10.3.0.0/16', true],
    ['10.3.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/16', '10.1.0.0/16', false],
    ['10.0.0.0/17', '10.0.128.0/17', false],
  ])('says whether %s and %s share an address', (a, b, expected) => {
    expect(overlaps(cidr(a), cidr(b))).toBe(expected);
  });

  test('agrees with first and last address', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        expect(overlaps(a, b)).toBe(a.network <= last(b) && b.network <= last(a));
      }),
    );
  });
});

describe('subdivide', () => {
  test.each([
    ['10.0.0.0/16', 18, 0, '10.0.0.0/18'],
    ['10.0.0.0/16', 18, 3, '10.0.192.0/18'],
    ['10.0.0.0/16', 16, 0, '10.0.0.0/16'],
    ['10.0.0.0/16', 32, 65_535, '10.0.255.255/32'],
    ['0.0.0.0/0', 32, 4_294_967_295, '255.255.255.255/32'],
  ])('gives of %s the /%d numbered %d', (text, prefix, index, expected) => {
    expect(formatCidr(subdivide(cidr(text), prefix, index))).toBe(expected);
  });

  test.each([15, 33, 16.5, Number.NaN])('fails for prefix %d, which lies outside', (prefix) => {
    expect(() => subdivide(cidr('10.0.0.0/16'), prefix, 0)).toThrow(
      new Error(
        `prefix is ${prefix}, blocks inside 10.0.0.0/16 have 16 to 32; use a prefix in that range`,
      ),
    );
  });

  test.each([-1, 4, 0.5, Number.NaN])('fails for index %d, which does not exist', (index) => {
    expect(() => subdivide(cidr('10.0.0.0/16'), 18, index)).toThrow(
      new Error(
        `index is ${index}, 10.0.0.0/16 holds /18 blocks 0 to 3; use an index in that range or a larger block`,
      ),
    );
  });
});

describe('layoutSubnets', () => {
  test('gives three zones of a /16 a /18 and two /22 each', () => {
    expect(layoutSubnets('10.1.0.0/16', 3)).toStrictEqual([
      { public: '10.1.192.0/22', private: '10.1.0.0/18', data: '10.1.224.0/22' },
      { public: '10.1.196.0/22', private: '10.1.64.0/18', data: '10.1.228.0/22' },
      { public: '10.1.200.0/22', private: '10.1.128.0/18', data: '10.1.232.0/22' },
    ]);
  });

  test('gives four zones of a /20 a /23 and two /26 each', () => {
    expect(layoutSubnets('10.1.16.0/20', 4)).toStrictEqual([
      { public: '10.1.28.0/26', private: '10.1.16.0/23', data: '10.1.30.0/26' },
      { public: '10.1.28.64/26', private: '10.1.18.0/23', data: '10.1.30.64/26' },
      { public: '10.1.28.128/26', private: '10.1.20.0/23', data: '10.1.30.128/26' },
      { public: '10.1.28.192/26', private: '10.1.22.0/23', data: '10.1.30.192/26' },
    ]);
  });

  const vpc = fc
    .integer({ min: 16, max: 20 })
    .chain((prefix) =>
      fc
        .integer({ min: 0, max: 2 ** prefix - 1 })
        .map((index) => formatCidr({ network: index * 2 ** (32 - prefix), prefix })),
    );

  test('keeps every subnet inside the VPC and apart from every other', () => {
    fc.assert(
      fc.property(vpc, fc.integer({ min: 1, max: 6 }), (text, zones) => {
        const layout = layoutSubnets(text, zones);
        const subnets = layout.flatMap((zone) => [zone.public, zone.private, zone.data].map(cidr));

        expect(layout).toHaveLength(zones);
        expect(subnets.every((subnet) => contains(cidr(text), subnet))).toBe(true);
        const pairs = subnets.flatMap((a, i) => subnets.slice(i + 1).map((b) => overlaps(a, b)));
        expect(pairs).not.toContain(true);
      }),
    );
  });

  test('gives pods the most room, and every subnet more than a load balancer needs', () => {
    fc.assert(
      fc.property(vpc, fc.integer({ min: 1, max: 6 }), (text, zones) => {
        for (const zone of layoutSubnets(text, zones)) {
          expect(cidr(zone.private).prefix).toBeLessThan(cidr(zone.public).prefix);
          expect(cidr(zone.public).prefix).toBeLessThanOrEqual(27);
          expect(cidr(zone.data).prefix).toBeLessThanOrEqual(27);
        }
      }),
    );
  });

  test.each([
    [1, 3],
    [2, 3],
    [4, 6],
    [5, 6],
  ])('moves no subnet of %d zones when they become %d', (few, many) => {
    fc.assert(
      fc.property(vpc, (text) => {
        expect(layoutSubnets(text, many).slice(0, few)).toStrictEqual(layoutSubnets(text, few));
      }),
    );
  });

  test('moves only private subnets when a fourth zone is added', () => {
    const small = (zones: number): string[] =>
      layoutSubnets('10.0.0.0/16', zones)
        .slice(0, 3)
        .flatMap((zone) => [zone.public, zone.data]);

    expect(small(4)).toStrictEqual(small(3));
    expect(layoutSubnets('10.0.0.0/16', 4).map((zone) => zone.private)).toStrictEqual([
      '10.0.0.0/19',
      '10.0.32.0/19',
      '10.0.64.0/19',
      '10.0.96.0/19',
    ]);
  });

  test.each([16, 20])('takes a /%d', (prefix) => {
    expect(layoutSubnets(`10.0.0.0/${prefix}`, 1)).toHaveLength(1);
  });

  test.each([15, 21])('fails for a /%d', (prefix) => {
    const text = `10.0.0.0/${prefix}`;
    expect(() => layoutSubnets(text, 1)).toThrow(
      new Error(
        `vpcCidr '${text}' is a /${prefix}, its layout needs a /16 to a /20; use a block in that range`,
      ),
    );
  });

  test.each([0, 7, 1.5, -1, Number.NaN])('fails for %d zones', (zones) => {
    expect(() => layoutSubnets('10.0.0.0/16', zones)).toThrow(
      new Error(`zones is ${zones}, a VPC is laid out for 1 to 6; use a number in that range`),
    );
  });

  test('takes 6 zones', () => {
    expect(layoutSubnets('10.0.0.0/16', 6).at(-1)).toStrictEqual({
      public: '10.0.212.0/22',
      private: '10.0.160.0/19',
      data: '10.0.244.0/22',
    });
  });

  test('fails for a text that is no block', () => {
    expect(() => layoutSubnets('10.0.0.1/16', 1)).toThrow(
      new Error(
        "vpcCidr '10.0.0.1/16' has host bits set beyond its prefix 16; write '10.0.0.0/16'",
      ),
    );
  });
});

describe('regionBlock', () => {
  test.each([
    ['10.0.0.0/8', 0, '10.0.0.0/16'],
    ['10.0.0.0/8', 255, '10.255.0.0/16'],
    ['10.64.0.0/12', 15, '10.79.0.0/16'],
    ['10.7.0.0/16', 0, '10.7.0.0/16'],
  ])('gives of %s the block numbered %d', (environment, index, expected) => {
    expect(regionBlock(environment, index)).toBe(expected);
    expect(tryRegionBlock(environment, index)).toStrictEqual({ ok: true, value: expected });
  });

  test.each([
    ['10.64.0.0/12', 16, 'holds /16 blocks 0 to 15, one for each region, and index is 16'],
    ['10.7.0.0/16', 1, 'holds /16 blocks 0 to 0, one for each region, and index is 1'],
    ['10.7.0.0/17', 0, 'holds no /16 block, one for each region, and index is 0'],
    ['10.0.0.0/8', -1, 'holds /16 blocks 0 to 255, one for each region, and index is -1'],
    ['10.0.0.0/8', 0.5, 'holds /16 blocks 0 to 255, one for each region, and index is 0.5'],
  ])('fails for %s and %d', (environment, index, why) => {
    const problem = `'${environment}' ${why}`;
    const fix = "use a larger block, such as '10.0.0.0/8', or fewer regions";

    expect(tryRegionBlock(environment, index)).toStrictEqual({ ok: false, problem, fix });
    expect(() => regionBlock(environment, index)).toThrow(
      new Error(`environmentCidr ${problem}; ${fix}`),
    );
  });

  test('fails for a text that is no block', () => {
    const problem = "'10.0.0.0' is not an IPv4 CIDR block";

    expect(tryRegionBlock('10.0.0.0', 0)).toStrictEqual({ ok: false, problem, fix: EXAMPLE });
    expect(() => regionBlock('10.0.0.0', 0)).toThrow(
      new Error(`environmentCidr ${problem}; ${EXAMPLE}`),
    );
  });

  test('gives every region of an environment a block of its own', () => {
    const environment = cidr('10.64.0.0/12');
    const blocks = Array.from({ length: 16 }, (_, index) =>
      cidr(regionBlock('10.64.0.0/12', index)),
    );

    expect(blocks.every((region) => contains(environment, region))).toBe(true);
    expect(new Set(blocks.map(formatCidr)).size).toBe(16);
    expect(blocks.every(({ prefix }) => prefix === 16)).toBe(true);
  });
});
