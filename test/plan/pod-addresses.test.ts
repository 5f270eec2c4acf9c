import fc from 'fast-check';
import { NODE_TYPE } from '../../lib/plan/instance-classes';
import { addressesOfSubnet, addressesOfZone } from '../../lib/plan/pod-addresses';

const GIB = 2 ** 30;
/** Replicas of `cpu` thousandths of a core with their proxies, so many at most. */
const demand = (cpu: number, max: number) => ({
  cpu: cpu - 100,
  memory: GIB / 4,
  replicas: { min: 1, max },
});

test('the type of node is the one whose interfaces are counted: 4 of 15 addresses carry 58 pods', () => {
  expect([NODE_TYPE.name, NODE_TYPE.pods]).toStrictEqual(['m7i.2xlarge', 50]);
});

describe('a zone', () => {
  test.each([
    // Of 7.4 cores: one replica a node, 2 nodes carry both, 1 in each of 3 zones; 1 + 8 pods fill one interface.
    ['of one large replica', [demand(7_400, 1)], 1, 30],
    // 6 + ceil(6 / 4) = 8 replicas fill 8 nodes, so 4 in each zone.
    ['while a release rolls out', [demand(7_400, 6)], 4, 120],
    // 12 replicas a node, 12 + 8 = 20 pods fill two interfaces of 14.
    ['of small replicas', [demand(600, 960)], 50, 50 * 45],
    // 8 replicas a node where a zone is lost, 16 pods fill two interfaces; spread over all zones they would fill one.
    ['that carries those of another', [demand(925, 960)], 75, 75 * 45],
    // 7 replicas a node, 15 pods: the first address of an interface is its own.
    ['of pods that just do not fit one interface', [demand(1_057, 840)], 75, 75 * 45],
    // 50 replicas a node, 58 pods would fill 5 interfaces, a node has 4.
    ['of tiny replicas', [demand(148, 800)], 10, 10 * 60],
    ['of two services', [demand(600, 480), demand(600, 480)], 50, 50 * 45],
    ['of nothing', [], 1, 30],
  ])('%s', (_name, demands, nodes, addresses) => {
    expect(addressesOfZone(demands)).toStrictEqual({ addresses, nodes });
  });

  test('has an address for each of its nodes and for the pods of a zone that is lost', () => {
    const one = fc
      .tuple(fc.integer({ min: 110, max: 7_400 }), fc.integer({ min: 1, max: 2_000 }))
      .map(([cpu, max]) => demand(cpu, max));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (demands) => {
        const { addresses, nodes } = addressesOfZone(demands);
        const pods = demands.reduce(
          (sum, { replicas: { max } }) => sum + max + Math.ceil(max / 4),
          0,
        );

        expect(addresses).toBeGreaterThanOrEqual(nodes + Math.ceil(pods / 2));
        expect(addresses).toBeLessThanOrEqual(nodes * 60);
      }),
    );
  });
});

test.each([
  ['10.0.0.0/18', 16_363],
  ['10.0.0.0/22', 1_003],
  ['10.0.0.0/27', 11],
  ['10.0.0.0/28', 0],
  ['', 0],
])('a subnet of %j has %d', (cidr, addresses) => {
  expect(addressesOfSubnet(cidr)).toBe(addresses);
});
