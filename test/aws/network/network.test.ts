import type { NetworkProps } from '../../../lib/aws/network/network';
import { Network } from '../../../lib/aws/network/network';
import type { Block, SynthesizedStack } from '../../support/synth-stacks';
import { all, only, policyOf, synthOne, thrownBy } from '../one-stack';

const zone = (index: number): NetworkProps['zones'][number] => ({
  public: `10.0.${192 + 4 * index}.0/22`,
  private: `10.0.${64 * index}.0/18`,
  data: `10.0.${224 + 4 * index}.0/22`,
});
const PROPS: NetworkProps = {
  name: 'shop',
  cidr: '10.0.0.0/16',
  zones: [zone(0), zone(1)],
  natGateways: 'per-zone',
};
const synth = (props: Partial<NetworkProps> = {}): SynthesizedStack =>
  synthOne((scope) => new Network(scope, 'Network', { ...PROPS, ...props }));
const routes = (stack: SynthesizedStack): readonly string[] =>
  all(stack, 'aws_route').map((route) => String(route['nat_gateway_id'] ?? route['gateway_id']));

test('the VPC resolves names, and its default security group lets nothing through', () => {
  const stack = synth();

  expect(only(stack, 'aws_vpc')).toMatchObject({
    cidr_block: '10.0.0.0/16',
    enable_dns_hostnames: true,
    enable_dns_support: true,
    tags: { Name: 'shop' },
  });
  expect(only(stack, 'aws_default_security_group')).not.toHaveProperty('ingress');
  expect(only(stack, 'aws_default_security_group')).not.toHaveProperty('egress');
});

test('each zone has a subnet of each kind, and load balancers find theirs', () => {
  const shown = all(synth(), 'aws_subnet').map(
    ({ availability_zone: at, cidr_block: cidr, tags }) => [String(at).slice(-2, -1), cidr, tags],
  );

  const elb = { 'kubernetes.io/role/elb': '1' };
  const internal = { 'kubernetes.io/role/internal-elb': '1' };
  expect(shown).toEqual([
    ['0', '10.0.224.0/22', { Name: 'shop-data-1' }],
    ['1', '10.0.228.0/22', { Name: 'shop-data-2' }],
    ['0', '10.0.0.0/18', { Name: 'shop-private-1', ...internal }],
    ['1', '10.0.64.0/18', { Name: 'shop-private-2', ...internal }],
    ['0', '10.0.192.0/22', { Name: 'shop-public-1', ...elb }],
    ['1', '10.0.196.0/22', { Name: 'shop-public-2', ...elb }],
  ]);
});

test('zones are those of the region that need no opt-in and that EKS is in', () => {
  expect(synth().data).toMatchObject({
    aws_availability_zones: {
      [Object.keys(synth().data?.['aws_availability_zones'] ?? {}).join()]: {
        state: 'available',
        exclude_zone_ids: ['use1-az3', 'usw1-az2', 'cac1-az3'],
        filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
      },
    },
  });
});

test('per zone, the way out of a private subnet is in its own zone, and data subnets have none', () => {
  const stack = synth();

  expect(all(stack, 'aws_nat_gateway')).toHaveLength(2);
  expect(routes(stack)).toEqual([
    expect.stringContaining('Nat_Gateway1'),
    expect.stringContaining('Nat_Gateway2'),
    expect.stringContaining('aws_internet_gateway.'),
    expect.stringContaining('aws_internet_gateway.'),
  ]);
});

test('a single NAT gateway serves all zones', () => {
  const stack = synth({ natGateways: 'single' });

  expect(all(stack, 'aws_eip')).toMatchObject([{ domain: 'vpc', tags: { Name: 'shop-nat-1' } }]);
  expect(only(stack, 'aws_nat_gateway')['depends_on']).toEqual([
    expect.stringMatching(/^aws_internet_gateway\./),
  ]);
  expect(routes(stack).slice(0, 2)).toEqual([
    expect.stringContaining('Nat_Gateway1'),
    expect.stringContaining('Nat_Gateway1'),
  ]);
});

test('S3 and DynamoDB are reached by a gateway from every route table', () => {
  const endpoints = all(synth({ interfaceEndpoints: [] }), 'aws_vpc_endpoint');

  expect(endpoints.map(({ service_name: name }) => String(name).split('.').at(-1))).toEqual([
    'dynamodb',
    's3',
  ]);
  for (const { vpc_endpoint_type: type, route_table_ids: tables } of endpoints) {
    expect(type).toBe('Gateway');
    expect(new Set(tables as string[]).size).toBe(6);
  }
});

const endpointOf = (stack: SynthesizedStack, service: string): Block => {
  const found = all(stack, 'aws_vpc_endpoint').find(({ service_name: name }) =>
    String(name).endsWith(`.${service}`),
  );
  if (found === undefined) throw new Error(`there is no endpoint of ${service}`);
  return found;
};
const addressesOf = ({ subnet_ids: ids }: Block): readonly string[] =>
  (ids as readonly string[]).map((id) => id.replace(/.*(Private_Zone\d).*/, '$1'));

test('gateways serve principals of the account, and S3 whoever reads public buckets too', () => {
  const stack = synth({ publicBuckets: ['example-layers'] });

  expect(policyOf(endpointOf(stack, 'dynamodb'))).toMatchObject({
    Statement: [
      {
        Condition: {
          StringEquals: {
            'aws:PrincipalAccount': expect.stringMatching(
              /^\$\{data\.aws_caller_identity\./,
            ) as string,
          },
        },
      },
    ],
  });
  expect(policyOf(endpointOf(stack, 's3'))).toMatchObject({
    Statement: [
      { Sid: 'OwnPrincipals' },
      {
        Sid: 'ReadPublicBuckets',
        Resource: expect.arrayContaining(['arn:aws:s3:::example-layers/*']) as unknown,
      },
    ],
  });
});

test('services are reached from the whole VPC, per zone at an address in each', () => {
  const stack = synth();

  expect(all(stack, 'aws_vpc_endpoint')).toHaveLength(10);
  expect(addressesOf(endpointOf(stack, 'sts'))).toEqual(['Private_Zone1', 'Private_Zone2']);
  expect(only(stack, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
    cidr_ipv4: '10.0.0.0/16',
    from_port: 443,
  });
});

test('with a single NAT gateway services have their address in its zone only', () => {
  expect(addressesOf(endpointOf(synth({ natGateways: 'single' }), 'sts'))).toEqual([
    'Private_Zone1',
  ]);
});

test('only the services that are asked for have an endpoint, and none is none', () => {
  const some = synth({ interfaceEndpoints: ['ecr.api', 'ecr.dkr'] });
  const none = synth({ interfaceEndpoints: [] });

  expect(all(some, 'aws_vpc_endpoint')).toHaveLength(4);
  expect(all(none, 'aws_vpc_endpoint')).toHaveLength(2);
  expect(all(none, 'aws_security_group')).toEqual([]);
});

test('Karpenter finds the private subnets, and only these', () => {
  const found = all(synth({ clusterName: 'shop' }), 'aws_subnet').filter(
    ({ tags }) => (tags as Record<string, string>)['karpenter.sh/discovery'] === 'shop',
  );

  expect(found).toMatchObject([
    { tags: { Name: 'shop-private-1', 'kubernetes.io/role/internal-elb': '1' } },
    { tags: { Name: 'shop-private-2', 'kubernetes.io/role/internal-elb': '1' } },
  ]);
});

test.each([
  [undefined, 30],
  [7, 7],
])('flow logs asked for %s days are kept for %s', (flowLogRetentionDays, days) => {
  const stack = synth({ flowLogRetentionDays });

  expect(only(stack, 'aws_flow_log')['vpc_id']).toMatch(/^\$\{aws_vpc\./);
  expect(only(stack, 'aws_cloudwatch_log_group')).toMatchObject({
    name: '/aws/vpc/shop/flow-logs',
    retention_in_days: days,
  });
});

test('refuses days CloudWatch does not offer', () => {
  expect(
    thrownBy((scope) => new Network(scope, 'Network', { ...PROPS, flowLogRetentionDays: 31 })),
  ).toThrow('[test/Network] flowLogRetentionDays is 31, CloudWatch Logs keeps 1, 3, 5,');
});

test.each([
  [undefined, false],
  ['disposable', false],
  ['retain', true],
] as const)('protection %s: destroying the flow logs is refused: %s', (protection, prevented) => {
  expect(only(synth({ protection }), 'aws_cloudwatch_log_group')).toMatchObject({
    lifecycle: { prevent_destroy: prevented },
  });
});

test('exposes its ids by zone', () => {
  let network: Network | undefined;
  synthOne((scope) => {
    network = new Network(scope, 'Network', PROPS);
  });

  expect(network?.vpcCidr).toBe('10.0.0.0/16');
  expect(network?.publicSubnetIds).toHaveLength(2);
  expect(network?.privateSubnetIds).toHaveLength(2);
  expect(network?.dataSubnetIds).toHaveLength(2);
});

test('refuses subnets outside the VPC', () => {
  expect(
    thrownBy((scope) => new Network(scope, 'Network', { ...PROPS, cidr: '10.1.0.0/16' })),
  ).toThrow(
    "[test/Network] zones[0].public '10.0.192.0/22' lies outside cidr '10.1.0.0/16'; pass a block inside it",
  );
});
