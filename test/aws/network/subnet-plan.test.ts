import { assertSubnets } from '../../../lib/aws/network/subnet-plan';

const SCOPE = { node: { path: 'net' } };
const ZONE = { public: '10.0.192.0/22', private: '10.0.0.0/18', data: '10.0.224.0/22' };
const check =
  (zones: readonly (typeof ZONE)[], cidr = '10.0.0.0/16') =>
  (): void => {
    assertSubnets(SCOPE, cidr, zones);
  };

test('subnets inside the network that share no address pass', () => {
  expect(
    check([ZONE, { public: '10.0.196.0/22', private: '10.0.64.0/18', data: '10.0.228.0/22' }]),
  ).not.toThrow();
});

test('refuses a network without zones', () => {
  expect(check([])).toThrow('[net] zones has 0 entries, 1 or more are needed; pass 2 or 3 zones');
});

test('refuses a subnet outside the network', () => {
  expect(check([{ ...ZONE, data: '10.1.0.0/22' }])).toThrow(
    "[net] zones[0].data '10.1.0.0/22' lies outside cidr '10.0.0.0/16'; pass a block inside it",
  );
});

test('refuses two subnets that share addresses', () => {
  expect(check([ZONE, { ...ZONE, public: '10.0.196.0/22', private: '10.0.32.0/19' }])).toThrow(
    "[net] zones[1].private '10.0.32.0/19' overlaps zones[0].private '10.0.0.0/18'; pass blocks that share no address",
  );
});

test('refuses what is no address range', () => {
  expect(check([{ ...ZONE, public: '10.0.0.0' }])).toThrow(
    "[net] zones[0].public '10.0.0.0' is not an IPv4 CIDR block",
  );
  expect(check([ZONE], '10.0.0.0')).toThrow("[net] cidr '10.0.0.0' is not an IPv4 CIDR block");
});
